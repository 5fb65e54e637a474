package id.deskpilkada.readiness.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is printed for one TPS.
 *
 * @param plan how it reports without signal, in one line; null without a plan
 * @param numbers confirmed emergency numbers with their names
 * @param letters what the QR code says, for whoever has no scanner
 * @param qr image of the address that opens the form of the hour, as data URI
 */
record PaperSheet(
        String name,
        String code,
        String village,
        String district,
        @Nullable String address,
        @Nullable String plan,
        List<String> numbers,
        List<Deadline> readiness,
        List<Deadline> voting,
        String letters,
        String qr,
        List<RaceSheet> races) {

    /** @param due in local time, in words */
    record Deadline(String slot, String due) {}

    /** @param letters as on the page of the day @param qr image of the address that opens this race's form of this TPS */
    record RaceSheet(String race, String letters, String qr, List<Section> sections) {}

    /** @param columns L, P and J above three fields each, else empty */
    record Section(String title, List<String> columns, List<Line> lines) {}

    /** @param number as printed on the form; a ballot number where {@code candidate} */
    record Line(String number, String label, boolean candidate, int fields) {}
}
