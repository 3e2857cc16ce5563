package nl.doorlichting.domain.municipality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;

/** Loads the register of this build once, on first use. */
final class BuiltInRegister {

    static final MunicipalityRegister REGISTER = load();

    private static final String FOLDER = "/municipalities/";
    private static final int DIGEST_LENGTH = 8;

    private BuiltInRegister() {}

    private static MunicipalityRegister load() {
        String municipalities = read("municipalities.csv");
        String successions = read("municipality-successions.csv");
        LocalDate newest = newestDate(RegisterLoader.load(municipalities, successions, "unnamed"));
        String version = "table-33-" + newest + "-" + digest(municipalities + successions);
        return RegisterLoader.load(municipalities, successions, version);
    }

    private static String read(String name) {
        try (InputStream resource = BuiltInRegister.class.getResourceAsStream(FOLDER + name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static LocalDate newestDate(MunicipalityRegister register) {
        return register.all().stream()
                .flatMap(municipality -> Stream.of(municipality.validFrom(), municipality.validUntil()))
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
