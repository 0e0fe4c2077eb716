import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

// The holder touches its lock again and again; one that was not touched for so long has no holder. In milliseconds.
const HEARTBEAT = 1000;
const ABANDONED = 60_000;

/** Does the work while no other process does its own under the same lock file. */
export async function withLock(file, work) {
  await take(file);
  const heart = setInterval(() => utimesSync(file, new Date(), new Date()), HEARTBEAT);
  try {
    return await work();
  } finally {
    clearInterval(heart);
    rmSync(file, { force: true });
  }
}

async function take(file) {
  let isFirst = true;
  while (!(await tryTake(file))) {
    if (isAbandoned(file)) rmSync(file, { force: true });
    else if (isFirst) console.error(`Waiting for another process, which is installing or building here (${file}).`);
    isFirst = false;
    await delay(200);
  }
}

async function tryTake(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  await delay(20); // Another one that found the old lock abandoned may remove ours for it.
  return holderOf(file) === process.pid;
}

function isAbandoned(file) {
  const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (touched === undefined) return false;
  return Date.now() - touched > ABANDONED || !isAlive(holderOf(file));
}

function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid) {
  if (!pid) return true; // It is just writing its number, or has just ended.
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
