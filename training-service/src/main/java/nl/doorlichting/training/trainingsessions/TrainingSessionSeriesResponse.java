package nl.doorlichting.training.trainingsessions;

import java.util.List;

/** A planned series, its sessions in the order of the requested days. */
public record TrainingSessionSeriesResponse(String series, List<TrainingSessionResponse> sessions) {}
