package nl.doorlichting.funding.awards;

import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What stands in the way of an award as it is. More may be added, as the document says. */
@Schema(extensions = @Extension(name = "x-extensible-enum", value = "[\"NO_BUDGET_LINE\"]", parseValue = true))
enum AwardWarning {
    /** It is charged to no budget line, so that nothing of it is paid until it is given one. */
    NO_BUDGET_LINE
}
