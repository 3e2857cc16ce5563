package nl.doorlichting.platform.bodies;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/** A body that is rejected at the first byte over the limit, for bodies without a Content-Length. */
final class LimitedInputStream extends FilterInputStream {
    private final long limit;
    private final Runnable refused;
    private long read;

    LimitedInputStream(InputStream body, long limit, Runnable refused) {
        super(body);
        this.limit = limit;
        this.refused = refused;
    }

    @Override
    public int read() throws IOException {
        var next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var got = super.read(buffer, offset, length);
        count(Math.max(got, 0));
        return got;
    }

    private void count(int more) {
        read += more;
        if (read > limit) {
            refused.run();
            throw ProblemException.of(ProblemType.PAYLOAD_TOO_LARGE, PayloadLimits.refusal(limit));
        }
    }
}
