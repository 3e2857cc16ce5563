package nl.doorlichting.funding.awards;

import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What stands in the way of an award. The document warns clients that more may be added. */
@Schema(extensions = @Extension(name = "x-extensible-enum", value = "[\"NO_BUDGET_LINE\"]", parseValue = true))
enum AwardWarning {
    /** It is charged to no budget line, so that nothing of it is paid until it is given one. */
    NO_BUDGET_LINE
}
