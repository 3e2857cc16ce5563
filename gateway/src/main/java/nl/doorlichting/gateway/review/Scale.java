package nl.doorlichting.gateway.review;

import java.util.ArrayList;
import java.util.List;

/**
 * Places numbers on a line of a drawing: in proportion, or by their power of ten. The first number may stand at the
 * larger coordinate, as on an axis that rises on a screen.
 *
 * @param from the number at the start; above 0 by powers of ten
 * @param to the number at the end, above from
 * @param start coordinate of from
 * @param end coordinate of to
 */
record Scale(double from, double to, double start, double end, boolean isLogarithmic) {
    private static final int MOST_TICKS = 6;
    private static final double[] STEPS = {1, 2, 5, 10};

    Scale {
        if (!(from < to) || isLogarithmic && from <= 0) {
            throw new IllegalArgumentException("no scale from " + from + " to " + to);
        }
    }

    /** From 0 to this number, or to 1 where there is nothing. */
    static Scale upTo(double most, double start, double end) {
        return new Scale(0, most > 0 ? most : 1, start, end, false);
    }

    /** By powers of ten: whole ones around these numbers, which are above 0. */
    static Scale byPowersOfTen(double least, double most, double start, double end) {
        var low = Math.floor(Math.log10(least));
        var high = Math.max(low + 1, Math.ceil(Math.log10(most)));
        return new Scale(Math.pow(10, low), Math.pow(10, high), start, end, true);
    }

    /** The coordinate of a number. One beyond the scale stands at its edge. */
    double at(double number) {
        var within = Math.min(to, Math.max(from, number));
        var share = isLogarithmic
                ? (Math.log10(within) - Math.log10(from)) / (Math.log10(to) - Math.log10(from))
                : (within - from) / (to - from);
        return start + share * (end - start);
    }

    /** How long a number is on the line, from where the scale begins. */
    double length(double number) {
        return Math.abs(at(number) - start);
    }

    /** Round numbers on the scale, at most six. */
    List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        if (isLogarithmic) {
            var powers = Math.round(Math.log10(to / from));
            var step = Math.max(1, (powers + MOST_TICKS - 1) / MOST_TICKS);
            for (var power = 0L; power <= powers; power += step) {
                ticks.add(from * Math.pow(10, power));
            }
            return ticks;
        }
        var step = step(to - from);
        for (var tick = Math.ceil(from / step) * step; tick <= to + step / 1000; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }

    private static double step(double length) {
        var raw = length / (MOST_TICKS - 1);
        var power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (var step : STEPS) {
            if (step * power >= raw) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
