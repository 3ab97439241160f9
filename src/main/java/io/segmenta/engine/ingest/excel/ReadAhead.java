package io.segmenta.engine.ingest.excel;

import io.segmenta.engine.base.BackgroundThreads;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads a stream in a thread of its own a few blocks ahead, so that unpacking and parsing go on at the same time. */
final class ReadAhead extends InputStream {
    private static final int BLOCK = 1 << 18;
    private static final int BLOCKS = 4;
    private static final long PATIENCE_MILLIS = 100;

    private final InputStream in;
    private final BlockingQueue<Block> blocks = new ArrayBlockingQueue<>(BLOCKS);
    private final Thread reader;
    private volatile boolean closed;
    private Block block = new Block(new byte[0], null);
    private int position;

    /** @param failure what happened after the bytes; a block without bytes and failure is the end */
    private record Block(byte[] bytes, @Nullable Throwable failure) {}

    ReadAhead(InputStream in) {
        this.in = in;
        this.reader = BackgroundThreads.start("read-ahead", this::readAll);
    }

    private void readAll() {
        try (in) {
            byte[] bytes = in.readNBytes(BLOCK);
            while (bytes.length > 0 && hand(new Block(bytes, null))) {
                bytes = in.readNBytes(BLOCK);
            }
            hand(new Block(bytes, null));
        } catch (IOException | RuntimeException | Error e) {
            hand(new Block(new byte[0], e));
        }
    }

    private boolean hand(Block next) {
        try {
            while (!closed) {
                if (blocks.offer(next, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (position == block.bytes.length) {
            if (!nextBlock()) {
                return -1;
            }
        }
        int n = Math.min(length, block.bytes.length - position);
        System.arraycopy(block.bytes, position, target, offset, n);
        position += n;
        return n;
    }

    private boolean nextBlock() throws IOException {
        try {
            block = blocks.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Reading was interrupted.", e);
        }
        position = 0;
        Throwable failure = block.failure;
        if (failure instanceof IOException e) {
            throw new IOException(e.getMessage(), e);
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure != null) {
            throw new IllegalStateException("Reading failed.", failure);
        }
        return block.bytes.length > 0;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        blocks.clear();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
