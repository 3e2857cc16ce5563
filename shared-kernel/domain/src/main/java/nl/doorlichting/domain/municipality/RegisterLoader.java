package nl.doorlichting.domain.municipality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a register from two CSV texts, or names the line that is not valid. */
final class RegisterLoader {

    private static final Comparator<Succession> LARGEST_FIRST = Comparator.comparing(
                    Succession::share, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Succession::successor);

    private final Map<String, Municipality> municipalities = new TreeMap<>();
    private final Map<String, List<Succession>> successions = new TreeMap<>();

    private RegisterLoader() {}

    static MunicipalityRegister load(Path municipalities, Path successions, String version) {
        return load(read(municipalities), read(successions), version);
    }

    static MunicipalityRegister load(String municipalities, String successions, String version) {
        RegisterLoader loader = new RegisterLoader();
        Csv.parse("municipalities", municipalities, MunicipalityRow.HEADER).forEach(loader::addMunicipality);
        Csv.parse("successions", successions, SuccessionRow.HEADER).forEach(loader::addSuccession);
        loader.successions.replaceAll(
                (code, list) -> list.stream().sorted(LARGEST_FIRST).toList());
        return new MunicipalityRegister(version, loader.municipalities, loader.successions);
    }

    private void addMunicipality(Csv.Row row) {
        Municipality municipality = MunicipalityRow.parse(row);
        if (municipalities.put(municipality.code(), municipality) != null) {
            throw row.wrong(municipality.code() + " stands here for the second time");
        }
    }

    private void addSuccession(Csv.Row row) {
        String code = row.get(0);
        Succession succession = SuccessionRow.parse(row);
        Municipality ended = municipalities.get(code);
        if (ended == null || !municipalities.containsKey(succession.successor())) {
            throw row.wrong("a code that is no municipality");
        }
        if (!succession.endsOn().equals(ended.validUntil())) {
            throw row.wrong(code + " ended on " + ended.validUntil());
        }
        successions.computeIfAbsent(code, first -> new ArrayList<>()).add(succession);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
