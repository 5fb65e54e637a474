package id.deskpilkada.readiness.screening;

import id.deskpilkada.platform.SafeCell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A puskesmas area's screenings as CSV, with the columns that the import of screenings reads. */
final class ScreeningCsv {

    private ScreeningCsv() {}

    static String of(List<ScreenedOfficer> officers) {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(
                    "officer_code", "name", "duty", "place", "screened_on", "result", "insurance", "follow_up_done");
            for (var officer : officers) {
                csv.printRecord(line(officer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> line(ScreenedOfficer screened) {
        var officer = screened.officer();
        var screening = screened.screening();
        return List.of(
                SafeCell.escape(officer.code()),
                SafeCell.escape(officer.name()),
                officer.duty().name(),
                officer.area(),
                screening == null ? "" : screening.screenedOn().toString(),
                screening == null ? "" : screening.atRisk() ? "berisiko" : "tidak berisiko",
                yesNo(screening == null ? null : screening.insured()),
                yesNo(screening == null || !screening.atRisk() ? null : screening.followUpDone()));
    }

    private static String yesNo(@Nullable Boolean value) {
        if (value == null) {
            return "";
        }
        return value ? "ya" : "tidak";
    }
}
