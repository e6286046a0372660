/** A file on the Python package index: a zip that brings compiled code. */
export interface Wheel {
  readonly name: string;
  readonly version: string;
  /** pip's tag of the system it is for. */
  readonly platform: string;
  readonly sha256: string;
}

/** The wheels from which the native engine is made where TensorFlow.js' own installer can't. */
export interface EngineWheels {
  /** Holds TensorFlow's library and headers. */
  readonly tensorflow: Wheel;
  /** Holds a C++ compiler, for systems without one. */
  readonly compiler: Wheel;
}

const ZIG = { name: 'ziglang', version: '0.17.1' };

/** By Node's `process.platform` and `process.arch`. */
const engineWheels: Readonly<Record<string, EngineWheels>> = {
  'linux-x64': {
    tensorflow: {
      // Without the code for graphics cards, which the name without "-cpu" brings on this system.
      name: 'tensorflow-cpu',
      version: '2.18.1',
      platform: 'manylinux_2_17_x86_64',
      sha256: '810c75d7149d2da0cb2092187817b0dcabb80728ca9f9cf3a61f3f42fadd1298',
    },
    compiler: {
      ...ZIG,
      platform: 'manylinux2010_x86_64',
      sha256: 'ea6cc5d87b033cf0aedfbc8f9549a908cae6c50ac31f1698188fa48a74524b54',
    },
  },
  'linux-arm64': {
    tensorflow: {
      name: 'tensorflow',
      version: '2.18.1',
      platform: 'manylinux_2_17_aarch64',
      sha256: '8a6485edd2148f70d011dbd1d8dc2c775e91774a5a159466e83d0d1f21580944',
    },
    compiler: {
      ...ZIG,
      platform: 'manylinux_2_17_aarch64',
      sha256: 'b7c5f02fccd40f89b999ee16a1f5ddced56e6182370f8affe494bcf8a28cf07e',
    },
  },
  'darwin-arm64': {
    tensorflow: {
      name: 'tensorflow',
      version: '2.18.1',
      platform: 'macosx_12_0_arm64',
      sha256: '661029cd769b311db910b79a3a6ef50a5a61ecc947172228c777a49989722508',
    },
    compiler: {
      ...ZIG,
      platform: 'macosx_13_0_arm64',
      sha256: '09953b6af7f64168b915180a42774f520f92d86ef6331b28e33915c7e1f0bb23',
    },
  },
};

/**
 * The wheels for a system.
 *
 * @param system as in "linux-x64": Node's names of the platform and the processor
 * @returns undefined where there are none
 */
export function wheelsFor(system: string): EngineWheels | undefined {
  return engineWheels[system];
}
