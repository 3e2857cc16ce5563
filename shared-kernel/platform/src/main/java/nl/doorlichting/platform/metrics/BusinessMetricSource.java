package nl.doorlichting.platform.metrics;

import java.util.List;

/** What a service shows operations of its business. Read now and then, not when it is asked for. */
public interface BusinessMetricSource {
    /** The figures of this moment: all of them, also those that are 0. */
    List<BusinessMetric> read();
}
