package nl.doorlichting.training.trainingsessions;

import java.util.List;

/**
 * A planned series, its sessions in the order of the requested days.
 *
 * @param sessions the sessions that were planned, by day
 */
public record TrainingSessionSeriesResponse(String series, List<TrainingSessionResponse> sessions) {}
