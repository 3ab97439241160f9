package io.segmenta.engine.ingest.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Any text as valid UTF-8. A byte that is no UTF-8 is taken for Windows-1252, one by one, so a Windows-1252 file, a UTF-8 file and one
 * glued together from both come out right.
 */
final class LenientUtf8 extends InputStream {
    private static final int CAPACITY = 1 << 14;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final Reader reader;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final CharBuffer chars = CharBuffer.allocate(CAPACITY).flip();
    /** Holds the longest encoding of all chars. */
    private final ByteBuffer bytes = ByteBuffer.allocate(4 * CAPACITY).flip();

    private boolean ended;

    private LenientUtf8(Reader reader) {
        this.reader = reader;
    }

    /** @param charset what the file begins like; UTF-8 stands for UTF-8, Windows-1252 and mixtures */
    static InputStream of(InputStream in, Charset charset) {
        return new LenientUtf8(
                charset.equals(StandardCharsets.UTF_8) ? new MixedReader(in) : new InputStreamReader(in, charset));
    }

    @Override
    public int read() throws IOException {
        return refill() ? bytes.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!refill()) {
            return -1;
        }
        int n = Math.min(length, bytes.remaining());
        bytes.get(target, offset, n);
        return n;
    }

    private boolean refill() throws IOException {
        while (!bytes.hasRemaining() && !ended) {
            chars.compact();
            ended = reader.read(chars) < 0;
            chars.flip();
            bytes.clear();
            encoder.encode(chars, bytes, ended);
            bytes.flip();
        }
        return bytes.hasRemaining();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** UTF-8, with single bytes of Windows-1252 where it is none. */
    private static final class MixedReader extends Reader {
        private final InputStream in;
        private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        private final ByteBuffer bytes = ByteBuffer.allocate(CAPACITY).flip();
        private boolean ended;

        MixedReader(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            CharBuffer out = CharBuffer.wrap(target, offset, length);
            int start = out.position();
            while (out.position() == start) {
                fill();
                CoderResult result = decoder.decode(bytes, out, ended);
                if (result.isMalformed()) {
                    single(out);
                } else if (ended && !bytes.hasRemaining()) {
                    break;
                }
            }
            return out.position() == start ? -1 : out.position() - start;
        }

        private void single(CharBuffer out) {
            if (out.hasRemaining()) {
                out.put(WINDOWS.decode(ByteBuffer.wrap(new byte[] {bytes.get()})));
            }
        }

        private void fill() throws IOException {
            if (!ended) {
                bytes.compact();
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                if (n < 0) {
                    ended = true;
                } else {
                    bytes.position(bytes.position() + n);
                }
                bytes.flip();
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
