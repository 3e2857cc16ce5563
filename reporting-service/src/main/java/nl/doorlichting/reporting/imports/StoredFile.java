package nl.doorlichting.reporting.imports;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** An uploaded file, read piece by piece from the database. */
final class StoredFile extends InputStream {
    private final IntFunction<Optional<byte[]>> pieces;
    private byte[] piece = new byte[0];
    private int number;
    private int position;

    StoredFile(IntFunction<Optional<byte[]>> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return advance() ? piece[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        var count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean advance() {
        while (position == piece.length) {
            var next = pieces.apply(number++);
            if (next.isEmpty()) {
                number--;
                return false;
            }
            piece = next.get();
            position = 0;
        }
        return true;
    }
}
