package nl.doorlichting.domain.municipality;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Random registers with splits, mergers, gaps and circles. The same seed gives the same register. */
final class RandomRegister {

    private static final LocalDate BEGIN = LocalDate.of(2007, 1, 1);
    private static final int CODES = 14;
    private static final int DAYS = 8;

    private final Random random;
    private final StringBuilder municipalities = new StringBuilder(MunicipalityRow.HEADER + "\n");
    private final StringBuilder successions = new StringBuilder(SuccessionRow.HEADER + "\n");

    private RandomRegister(long seed) {
        this.random = new Random(seed);
    }

    static MunicipalityRegister of(long seed) {
        RandomRegister made = new RandomRegister(seed);
        IntStream.range(0, CODES).forEach(made::add);
        return RegisterLoader.load(made.municipalities.toString(), made.successions.toString(), "seed " + seed);
    }

    static List<LocalDate> days() {
        return BEGIN.minusDays(1).datesUntil(BEGIN.plusDays(DAYS + 2)).toList();
    }

    private void add(int number) {
        int begin = random.nextInt(DAYS / 2);
        LocalDate from = begin == 0 ? null : BEGIN.plusDays(begin);
        LocalDate until = random.nextInt(3) == 0 ? null : BEGIN.plusDays(begin + 1 + random.nextInt(DAYS / 2));
        municipalities.append(String.join(",", code(number), "name", text(from), text(until), "", "PV", "province\n"));
        for (int heir = random.nextInt(4); until != null && heir > 0; heir--) {
            addSuccession(code(number), until);
        }
    }

    private void addSuccession(String code, LocalDate until) {
        String shareAndBasis = List.of(
                        ",register", "1.00,boundaries", "0.85,boundaries", "0.84,boundaries", ",split-share-unknown")
                .get(random.nextInt(5));
        successions.append(String.join(",", code, text(until), code(random.nextInt(CODES)), shareAndBasis + "\n"));
    }

    private static String code(int number) {
        return "GM%04d".formatted(number);
    }

    private static String text(LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
