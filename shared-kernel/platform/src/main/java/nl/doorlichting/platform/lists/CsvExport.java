package nl.doorlichting.platform.lists;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The list has a CSV export too: {@code GET} of its path with {@link #PATH}, with the parameters and the access rule of
 * the list. Served by {@link CsvExportFilter}, and an operation of its own in the contract.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CsvExport {
    /** What the path of the export has after that of the list. */
    String PATH = "/csv";
}
