/** The messages of TensorFlow's graphs as tfjs-node brings them, as far as they are used here. */
declare module '@tensorflow/tfjs-node/dist/proto/api_pb' {
  class TensorShape {
    setDimList(dimensions: TensorShape.Dim[]): void;
  }
  namespace TensorShape {
    class Dim {
      setSize(size: number): void;
    }
  }
  class Tensor {
    setDtype(type: number): void;
    setTensorShape(shape: TensorShape): void;
    setTensorContent(bytes: Uint8Array): void;
  }
  class AttrValue {
    setS(bytes: Uint8Array): void;
    setI(value: number): void;
    setF(value: number): void;
    setB(value: boolean): void;
    setType(type: number): void;
    setShape(shape: TensorShape): void;
    setTensor(tensor: Tensor): void;
    setList(list: AttrValue.ListValue): void;
  }
  namespace AttrValue {
    class ListValue {
      setIList(values: number[]): void;
    }
  }
  class NodeDef {
    setName(name: string): void;
    setOp(operation: string): void;
    setInputList(names: string[]): void;
    getAttrMap(): { set(name: string, value: AttrValue): void };
  }
  class GraphDef {
    setNodeList(nodes: NodeDef[]): void;
    setVersions(version: VersionDef): void;
  }
  class VersionDef {
    setProducer(version: number): void;
  }
  class MetaGraphDef {
    setMetaInfoDef(info: MetaGraphDef.MetaInfoDef): void;
    setGraphDef(graph: GraphDef): void;
  }
  namespace MetaGraphDef {
    class MetaInfoDef {
      setTagsList(tags: string[]): void;
    }
  }
  class SavedModel {
    setSavedModelSchemaVersion(version: number): void;
    setMetaGraphsList(graphs: MetaGraphDef[]): void;
    serializeBinary(): Uint8Array;
  }
}
