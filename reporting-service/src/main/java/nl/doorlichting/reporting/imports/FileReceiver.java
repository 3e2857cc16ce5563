package nl.doorlichting.reporting.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.bodies.PayloadLimits;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Receives a file: refuses early what is no file of observations, and keeps at most one piece of it in memory. */
@ApplicationScoped
class FileReceiver {
    record Result(ImportResponse response, boolean replayed) {}

    private static final int PIECE = 1 << 20;

    private final ImportService imports;
    private final PayloadLimits limits;

    FileReceiver(ImportService imports, PayloadLimits limits) {
        this.imports = imports;
        this.limits = limits;
    }

    Result receive(ObservationImport.Upload request, InputStream body) throws IOException {
        var id = imports.newId();
        var earlier = imports.begin(id, request);
        if (earlier.isPresent()) {
            return replay(earlier.get(), request, body);
        }
        var complete = false;
        try {
            var hash = read(request, body, (piece, length) -> imports.append(id, piece, length));
            var response = imports.complete(id, hash);
            complete = true;
            return new Result(response, false);
        } finally {
            if (!complete) {
                imports.forget(id);
            }
        }
    }

    private Result replay(ObservationImport earlier, ObservationImport.Upload request, InputStream body)
            throws IOException {
        var hash = read(request, body, (piece, length) -> {});
        if (!hash.equals(earlier.bodyHash())) {
            throw ProblemException.of(ProblemType.KEY_REUSED, Text.of("idempotency.key-reused"));
        }
        return new Result(earlier.response(), true);
    }

    private interface Pieces {
        void add(byte[] piece, int length);
    }

    private String read(ObservationImport.Upload request, InputStream body, Pieces pieces) throws IOException {
        var digest = sha256();
        digest.update(request.fingerprint().getBytes(StandardCharsets.UTF_8));
        var validator = new Utf8Validator();
        var buffer = new byte[PIECE];
        var total = 0L;
        for (var length = body.readNBytes(buffer, 0, PIECE); length > 0; length = body.readNBytes(buffer, 0, PIECE)) {
            refuse(validator.check(buffer, length));
            if (total == 0) {
                FileHeader.check(request.format(), buffer, length);
            }
            total += length;
            refuseTooLarge(total);
            digest.update(buffer, 0, length);
            pieces.add(buffer, length);
        }
        refuse(total == 0 ? empty() : validator.checkEnd());
        return HexFormat.of().formatHex(digest.digest());
    }

    private void refuseTooLarge(long total) {
        var limit = limits.of(ImportResource.PATH);
        if (total > limit) {
            throw ProblemException.of(ProblemType.PAYLOAD_TOO_LARGE, PayloadLimits.refusal(limit));
        }
    }

    static Violation empty() {
        return Violation.body("", ViolationCode.REQUIRED, Map.of(), Text.of("body.required"));
    }

    private static void refuse(Violation violation) {
        if (violation != null) {
            throw ProblemException.violations(List.of(violation));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
