package id.deskpilkada.tierreport.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as pages show it: the same figures, tables and words as on paper.
 *
 * @param withheld whether votes were left out for whoever reads it
 * @param coverage how much of each race has come; empty before any form
 * @param changes from the version before; null for the first
 */
public record ReportScreen(
        boolean withheld,
        List<Summary.Figure> figures,
        List<Summary.Bar> coverage,
        List<Sections.Section> sections,
        @Nullable Paper changes) {}
