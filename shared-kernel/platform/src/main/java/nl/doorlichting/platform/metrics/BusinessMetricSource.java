package nl.doorlichting.platform.metrics;

import java.util.List;

/** The business metrics of a service. They are read at an interval, not on each scrape. */
public interface BusinessMetricSource {
    /** All current metrics, also those that are 0. */
    List<BusinessMetric> read();
}
