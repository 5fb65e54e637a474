package id.deskpilkada.readiness.paper;

import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a printed page says about itself, in letters beside its QR code: {@code 3604052002004 C1 BUPATI}.
 *
 * @param race in capital letters; null for the page of the day
 */
record PaperCode(String tps, ReportKind kind, @Nullable String race) {

    private static final Pattern TPS = Pattern.compile("(?<![0-9])[0-9]{13}(?![0-9])");
    private static final Pattern PARAMETER = Pattern.compile("[?&](kind|race)=([A-Za-z0-9_.-]+)");

    /** As it is printed. */
    String letters() {
        return Stream.of(tps, kind.name(), race == null ? "" : race)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /**
     * Reads what a scanner or a person typed: the letters in any case and with any signs between, or the whole address of the QR code.
     *
     * @throws Problem 422 {@code PAPER_CODE_UNREADABLE}
     */
    static PaperCode read(String typed) {
        var found = TPS.matcher(typed);
        if (!found.find()) {
            throw Problem.unprocessable("PAPER_CODE_UNREADABLE");
        }
        var tps = found.group();
        var rest = typed.contains("=")
                ? PARAMETER.matcher(typed).results().map(one -> one.group(2)).collect(Collectors.joining(" "))
                : typed.replace(tps, " ");
        var words = Arrays.stream(rest.toUpperCase(Locale.ROOT).split("[^A-Z0-9_.-]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        var kind = Stream.of(ReportKind.VOTING, ReportKind.READINESS, ReportKind.C1)
                .filter(known -> words.contains(known.name()))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable("PAPER_CODE_UNREADABLE"));
        var race = words.stream().filter(word -> !word.equals(kind.name())).findFirst();
        return new PaperCode(tps, kind, kind == ReportKind.C1 ? race.orElse(null) : null);
    }
}
