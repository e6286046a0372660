import type { Picture } from '../../picture/picture';
import { button, element } from '../element';
import { pictureOf } from './decodePicture';

/**
 * Shows what the camera sees until a photo is taken; nothing of it leaves the page.
 *
 * @returns the photo; undefined where the person thinks better of it
 * @throws Error where there is no camera or it may not be used
 */
export async function takePhoto(): Promise<Picture | undefined> {
  const stream = await openCamera();
  const video = element('video', { autoplay: '', playsinline: '', 'aria-label': 'the camera' });
  video.muted = true;
  video.srcObject = stream;
  const dialog = element('dialog', { class: 'camera', 'aria-label': 'Take a photo' });
  try {
    return await new Promise<Picture | undefined>((resolve) => {
      let photo: Picture | undefined;
      const take = button('Take photo', () => {
        if (video.videoWidth === 0) return;
        photo = pictureOf(video, 'the photo');
        dialog.close();
      });
      const leave = button('Cancel', () => {
        dialog.close();
      });
      dialog.addEventListener('close', () => {
        resolve(photo);
      });
      dialog.append(video, element('div', { class: 'row' }, take, leave));
      document.body.append(dialog);
      dialog.showModal();
    });
  } finally {
    for (const track of stream.getTracks()) track.stop();
    dialog.remove();
  }
}

async function openCamera(): Promise<MediaStream> {
  // There is none on pages that came over plain http from another machine.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) {
    throw new Error(
      'the camera: expected a page from https or from this machine, found one that may not use it; choose a file',
    );
  }
  try {
    return await devices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1440 } },
    });
  } catch (error) {
    throw new Error(
      `the camera: expected one that may be used, found: ${(error as Error).message}; choose a file`,
      { cause: error },
    );
  }
}
