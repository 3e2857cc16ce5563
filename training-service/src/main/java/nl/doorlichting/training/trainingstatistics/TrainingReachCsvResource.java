package nl.doorlichting.training.trainingstatistics;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import nl.doorlichting.api.figures.FigureCsv;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.api.figures.FiguresOf;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.CsvTable;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/training-statistics/reach/csv")
@Produces(CsvTable.MEDIA_TYPE)
@Tag(name = "Training statistics", description = "Sums of sessions and training tallies (trainingscijfers).")
class TrainingReachCsvResource {
    private final TrainingReachService reach;
    private final FigureCsv csv;
    private final MunicipalityRegister register;

    TrainingReachCsvResource(TrainingReachService reach, FigureCsv csv, MunicipalityRegister register) {
        this.reach = reach;
        this.csv = csv;
        this.register = register;
    }

    @GET
    @FiguresOf(Structure.REACH)
    @Allowed(TrainingAccess.READ_RESULT_STATISTICS)
    @Operation(
            summary = "Sum the reach of the trainings, as a table",
            description =
                    "Rows, totals and unallocated rows, up to 50,000, told apart by the column part; an empty cell"
                            + " is null.")
    public RestResponse<byte[]> getTrainingReachCsv(@Context UriInfo uri) {
        var question = new FigureParameters(Structure.REACH, uri).toQuestion(register);
        return Responses.table(csv.table(question, reach.whole(question)), "reach.csv");
    }
}
