package nl.doorlichting.reporting.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.reach.ReachIntake;

/**
 * What is wrong with the rows of a small file that is refused for something else: by the gateway, or for its key or a parameter.
 * Their errors come with that, and not with the import that follows once it is mended.
 */
@ApplicationScoped
class RefusedFileService {
    /** Of a larger file the header alone is looked at. The gateway sends none again that is larger. */
    private static final int MOST_BYTES = 1 << 18;

    private static final int LISTED = 100;

    private final RowValidator validator;
    private final ReachIntake intake;
    private final Clock clock;

    RefusedFileService(RowValidator validator, ReachIntake intake, Clock clock) {
        this.validator = validator;
        this.intake = intake;
        this.clock = clock;
    }

    /** 400 with what is wrong with the header or the rows, by line; stores nothing. */
    @Transactional
    void refuse(ObservationImport.Upload request, InputStream body) throws IOException {
        var file = body.readNBytes(MOST_BYTES);
        var isWhole = body.read() < 0;
        var encoding = new Utf8Validator();
        var atFirst = file.length == 0 ? FileReceiver.empty() : encoding.check(file, file.length);
        var broken = atFirst == null && isWhole ? encoding.checkEnd() : atFirst;
        if (broken != null) {
            throw ProblemException.violation(broken);
        }
        FileHeader.check(request.format(), file, file.length);
        if (isWhole) {
            ProblemException.refuse(violations(request, file));
        }
    }

    private List<Violation> violations(ObservationImport.Upload request, byte[] file) {
        var now = clock.instant();
        var checked = new ObservationImport(Ids.next(now), request, now, now);
        try (var rows = FileHeader.rows(request.format(), new ByteArrayInputStream(file))) {
            return validator.next(rows, checked, intake.open(), Integer.MAX_VALUE).errors().stream()
                    .filter(RefusedFileService::isViolation)
                    .limit(LISTED)
                    .map(RefusedFileService::violation)
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    // What the stored state of a report does not allow is a problem of its own, and no violation.
    private static boolean isViolation(RowValidator.RowError error) {
        return error.code().equals(ViolationCode.REFERENCE_UNKNOWN)
                || Stream.of(ProblemType.values())
                        .noneMatch(problem -> problem.name().equals(error.code()));
    }

    private static Violation violation(RowValidator.RowError error) {
        var parameters = new HashMap<>(error.parameters());
        parameters.put("line", error.line());
        return Violation.body(
                error.column() == null ? "" : "/" + error.column().replace('.', '/'),
                error.code(),
                parameters,
                Text.of("import.of-line", error.line(), error.detail()));
    }
}
