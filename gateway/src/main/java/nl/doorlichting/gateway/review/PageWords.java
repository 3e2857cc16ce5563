package nl.doorlichting.gateway.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.doorlichting.api.codelists.CodelistValue;
import nl.doorlichting.api.codelists.Codelists;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.DerivedKind;
import nl.doorlichting.domain.quantity.DerivedQuantity;
import nl.doorlichting.gateway.reports.ReportedQuantity;
import nl.doorlichting.platform.texts.Language;
import nl.doorlichting.platform.texts.Text;

/** Words and numbers of the page in one language. A figure that is not known is never a 0. */
public record PageWords(Language language) {
    // One between brackets stands behind its name.
    private static final Pattern CODE = Pattern.compile("(?<!\\()\\b[A-Z][A-Z_]{2,40}\\b");
    private static final List<String> LISTS_IN_TEXTS = List.of(
            "claim-units",
            "claim-relations",
            "report-measures",
            "tracks",
            "action-lines",
            "funding-instruments",
            "target-groups",
            "verdicts");
    // Of texts that name amounts and no year.
    private static final Pattern NUMBER =
            Pattern.compile("\\b([0-9]{4,18}([.][0-9]{1,9})?|[0-9]{1,18}[.][0-9]{1,9})\\b");
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    /** The unit in which all amounts of a picture stand. */
    enum MoneyUnit {
        MILLION,
        THOUSAND,
        EURO;

        /** The largest unit of which the largest amount has one. */
        static MoneyUnit of(double most) {
            if (most >= PageWords.MILLION.doubleValue()) {
                return MILLION;
            }
            return most >= 10 * PageWords.THOUSAND.doubleValue() ? THOUSAND : EURO;
        }
    }

    String of(String key, Object... words) {
        return Text.of(key, words).in(language);
    }

    /** One that names nothing, for the template. */
    public String text(String key) {
        return of(key);
    }

    /** The tag of a language where it is not that of the page; null otherwise, and for no language. */
    String foreign(String tag) {
        return tag == null || tag.isEmpty() || tag.equals(language.tag()) ? null : tag;
    }

    /**
     * Words as they were recorded, for {@link Drawing}, which marks those of another language than the page.
     *
     * @param tag tag of their language; null or empty where it is not known
     */
    String quoted(String words, String tag) {
        return Drawing.foreign(foreign(tag), words);
    }

    private Locale locale() {
        return Locale.forLanguageTag(language.tag());
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    String decimal(double number, int decimals) {
        return decimal(BigDecimal.valueOf(number), decimals);
    }

    String decimal(BigDecimal number, int decimals) {
        var format = NumberFormat.getInstance(locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    /** As many decimals as the number has. */
    String plain(BigDecimal number) {
        return decimal(number, Math.max(0, number.stripTrailingZeros().scale()));
    }

    String percent(double share) {
        return percent(BigDecimal.valueOf(share));
    }

    String percent(BigDecimal share) {
        return decimal(share.movePointRight(2), 0) + "%";
    }

    /** An amount in a unit, without its name; a dot for one that is not there. */
    String amount(Money money, MoneyUnit unit) {
        return money == null ? "·" : amount(money.amount().doubleValue(), unit);
    }

    String amount(double euros, MoneyUnit unit) {
        return switch (unit) {
            case MILLION -> decimal(euros / MILLION.doubleValue(), 2);
            case THOUSAND -> decimal(euros / THOUSAND.doubleValue(), 1);
            case EURO -> decimal(euros, 0);
        };
    }

    String name(MoneyUnit unit) {
        return switch (unit) {
            case MILLION -> of("review.unit.million");
            case THOUSAND -> of("review.unit.thousand");
            case EURO -> of("review.unit.euro");
        };
    }

    /** The label of a code; the code itself where a later service has one that this list lacks. */
    String label(String codelist, Object code) {
        if (code == null) {
            return of("review.not-stated");
        }
        return value(codelist, code.toString())
                .map(value -> language == Language.DUTCH ? value.labelDutch() : value.labelEnglish())
                .orElse(code.toString());
    }

    /** What a code means, in a sentence; the code itself where a later service has one that this list lacks. */
    String definition(String codelist, String code) {
        return value(codelist, code)
                .map(value -> language == Language.DUTCH ? value.definitionDutch() : value.definitionEnglish())
                .orElse(code + ".");
    }

    private static Optional<CodelistValue> value(String codelist, String code) {
        return Codelists.find(codelist).stream()
                .flatMap(list -> list.values().stream())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }

    /** The same text with labels for the codes in it. */
    String withLabels(String text) {
        return CODE.matcher(text)
                .replaceAll(code -> Matcher.quoteReplacement(LISTS_IN_TEXTS.stream()
                        .map(list -> label(list, code.group()))
                        .filter(label -> !label.equals(code.group()))
                        .findFirst()
                        .orElse(code.group())));
    }

    /** The same text, which names no year, with its numbers as the page writes them. */
    String withNumbers(String text) {
        return NUMBER.matcher(text)
                .replaceAll(number -> Matcher.quoteReplacement(plain(new BigDecimal(number.group()))));
    }

    /** A unit of a printed table, which is a text of its record. */
    String unit(String printed) {
        return printed.equals("EUR million") ? name(MoneyUnit.MILLION) : printed;
    }

    /** A count as it is known, in words. */
    String quantity(ReportedQuantity count) {
        if (count == null) {
            return of("review.no-sum");
        }
        if (count.disclosure() != null) {
            return count.best() == null
                    ? of("review.small", number(count.lowest()), number(count.highest()))
                    : of("review.rounded", number(count.best()));
        }
        if (count.best() == null) {
            return of(withoutNumber(count));
        }
        return derived(count.toDerived(), this::whole);
    }

    /** What is known of a count, in words. */
    String kind(ReportedQuantity count) {
        if (count == null) {
            return of("review.no-sum");
        }
        if (count.disclosure() != null) {
            return of(count.best() == null ? "review.kind.small" : "review.kind.rounded");
        }
        if (count.best() == null) {
            return of(withoutNumber(count));
        }
        return kind(count.toDerived());
    }

    /** Key of what is known of a count without a number; a release does not say why there is none. */
    static String withoutNumber(ReportedQuantity count) {
        var counted = count.observations();
        if (counted != null && counted.vague() > 0) {
            return "review.kind.words";
        }
        return counted != null && counted.notMeasured() > 0 ? "review.kind.not-measured" : "review.no-figure";
    }

    /** A count as it is read at its mark: with its bounds and its kind. */
    String reading(ReportedQuantity count) {
        var known = quantity(count);
        if (count == null || count.disclosure() != null) {
            return known;
        }
        var isRange = count.highest() != null && !count.highest().equals(count.lowest());
        var kind = isRange ? of("review.mark.range") : kind(count);
        return known.contains(kind) ? known : known + " (" + kind + ")";
    }

    /** The same where it stands in a drawing, whose note says that it is rounded. */
    String shortQuantity(ReportedQuantity count) {
        return count != null && count.disclosure() != null && count.best() != null
                ? number(count.best())
                : quantity(count);
    }

    /**
     * What is computed of counts, as certain as they are, in words.
     *
     * @param shown the number as it is written
     */
    String derived(DerivedQuantity number, Function<BigDecimal, String> shown) {
        return derived(number, shown, "review.about", "review.at-least", "review.at-most");
    }

    /** The same in signs, where a drawing has no room for words. */
    String shortDerived(DerivedQuantity number, Function<BigDecimal, String> shown) {
        return derived(number, shown, "review.short.about", "review.short.at-least", "review.short.at-most");
    }

    // Bounds of what is approximate hold for the rest alone, so they are about too.
    private String derived(
            DerivedQuantity number, Function<BigDecimal, String> shown, String about, String atLeast, String atMost) {
        UnaryOperator<String> known = text -> number.approximate() ? of(about, text) : text;
        return switch (number.kind()) {
            case EXACT -> shown.apply(number.best());
            case APPROXIMATE -> of(about, shown.apply(number.best()));
            case AT_LEAST -> of(atLeast, known.apply(shown.apply(number.lowest())));
            case AT_MOST -> of(atMost, known.apply(shown.apply(number.highest())));
            case RANGE -> {
                var lowest = shown.apply(number.lowest());
                var highest = shown.apply(number.highest());
                yield known.apply(lowest.equals(highest) ? lowest : of("review.between", lowest, highest));
            }
        };
    }

    /** What is known of it, in words. */
    String kind(DerivedQuantity number) {
        var kind = of(
                switch (number.kind()) {
                    case EXACT -> "review.kind.exact";
                    case APPROXIMATE -> "review.kind.approximate";
                    case AT_LEAST -> "review.kind.at-least";
                    case AT_MOST -> "review.kind.at-most";
                    case RANGE -> "review.kind.range";
                });
        return number.approximate() && number.kind() != DerivedKind.APPROXIMATE
                ? kind + ", " + of("review.kind.approximate")
                : kind;
    }

    /** Days as a reader names them: years, months, or the first and the last of them. */
    String period(Period period) {
        var last = period.until().minusDays(1);
        if (!period.code().contains("/")) {
            return period.code();
        }
        if (period.from().getDayOfMonth() > 1 || period.until().getDayOfMonth() > 1) {
            return period.from().equals(last)
                    ? last.toString()
                    : of("review.period.until", period.from().toString(), last.toString());
        }
        var month = DateTimeFormatter.ofPattern("MMMM yyyy", locale());
        return period.from().plusMonths(1).equals(period.until())
                ? month.format(last)
                : of("review.period.until", month.format(period.from()), month.format(last));
    }

    /** How long it is, in years, months or days. */
    String length(Period period) {
        var months = ChronoUnit.MONTHS.between(period.from(), period.until());
        if (!period.from().plusMonths(months).equals(period.until())) {
            var days = ChronoUnit.DAYS.between(period.from(), period.until());
            return of("review.length.days", number(days), days);
        }
        return months % 12 == 0
                ? of("review.length.years", number(months / 12), months / 12)
                : of("review.length.months", number(months), months);
    }

    /** Whole numbers, as of people. */
    String whole(BigDecimal number) {
        return decimal(number, 0);
    }

    /** The first letter as in a title. */
    static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
