package id.deskpilkada.simulation.voting;

import static id.deskpilkada.simulation.voting.Hours.CLOSING;
import static id.deskpilkada.simulation.voting.Hours.MORNING;
import static id.deskpilkada.simulation.voting.Hours.NOON;
import static id.deskpilkada.simulation.voting.Hours.OPENING;
import static id.deskpilkada.simulation.voting.Hours.PREPARING;

import id.deskpilkada.simulation.voting.Hours.Slot;
import id.deskpilkada.simulation.voting.Told.Teller;
import id.deskpilkada.simulation.world.Dice;
import id.deskpilkada.simulation.world.Station;
import java.time.Instant;
import java.util.List;

/** What is told of a TPS in each slot, by what happens there. */
final class Lines {

    static final String TOO_MANY = "COUNT_TOO_MANY";

    private static final List<String> WORRIES = List.of(
            "Antrean panjang, pemilih lansia minta didahulukan (karangan).",
            "Listrik padam sebentar, lampu cadangan dipakai (karangan).",
            "Mendung tebal, halaman mulai becek (karangan).",
            "Ada kerumunan di warung dekat TPS (karangan).");
    private static final List<String> WORRIED = List.of(PREPARING, OPENING, MORNING, NOON);

    private final Sheet sheet;
    private final Mishap mishap;
    private final Station station;
    private final long seed;

    Lines(Sheet sheet, Mishap mishap, Station station, long seed) {
        this.sheet = sheet;
        this.mishap = mishap;
        this.station = station;
        this.seed = seed;
    }

    List<Told> of(Slot slot, Instant at) {
        return switch (slot.name()) {
            case OPENING -> opening(slot, at);
            case MORNING -> morning(slot, at);
            case NOON -> noon(slot, at);
            case CLOSING -> closing(slot, at);
            default -> usual(slot, at);
        };
    }

    private List<Told> opening(Slot slot, Instant at) {
        return switch (mishap) {
            case OPENED_LATE ->
                List.of(Told.of(
                        "WAIT_FOR_BOX", () -> sheet.closed("Belum dibuka: kotak suara terlambat datang (karangan).")));
            case STRANGER ->
                List.of(
                        Told.of("REPORT_FOREIGN_TPS", () -> sheet.usual(slot, at))
                                .by(Teller.STRANGER),
                        Told.of("REPORT_VOTING", () -> sheet.usual(slot, at)));
            default -> usual(slot, at);
        };
    }

    private List<Told> morning(Slot slot, Instant at) {
        return switch (mishap) {
            case OPENED_LATE -> List.of(Told.of("OPEN_LATE", () -> sheet.openedLate(slot, at)));
            case COUNTED_WRONG -> List.of(Told.of(TOO_MANY, () -> sheet.tooMany(slot, at)));
            case MISTYPED ->
                List.of(
                        Told.of("MISTYPE_TURNOUT", () -> sheet.absurd(slot, at)),
                        Told.of("MEND_TURNOUT", () -> sheet.usual(slot, at)).later());
            case HALTED ->
                List.of(Told.of("HALT", () -> sheet.worse(
                                slot, at, "ATTENTION", "Air masuk, tenda roboh; pemungutan berhenti (karangan).")
                        .put("halted", true)));
            case UNREST ->
                List.of(Told.of(
                        "REPORT_UNREST",
                        () -> sheet.worse(
                                slot,
                                at,
                                "UNREST",
                                "Antrean ribut, ada yang saling dorong; polisi datang (karangan).")));
            default -> usual(slot, at);
        };
    }

    private List<Told> noon(Slot slot, Instant at) {
        return switch (mishap) {
            case COUNTED_WRONG ->
                List.of(
                        Told.of("LOWER_WITHOUT_REASON", () -> sheet.usual(slot, at))
                                .by(Teller.REFUSED_REPORTER),
                        Told.of("LOWER_WITH_REASON", () -> sheet.usual(slot, at)
                                        .put("remarks", "Angka pukul 10.00 salah hitung (karangan)."))
                                .later());
            case HALTED ->
                List.of(Told.of("RESUME", () -> sheet.worse(
                                slot, at, "CALM", "Air surut, tenda berdiri lagi; pemungutan dilanjutkan (karangan).")
                        .put("halted", false)));
            case UNREST ->
                List.of(Told.of(
                        "CALM_DOWN",
                        () -> sheet.worse(slot, at, "ATTENTION", "Sudah tenang; dua polisi berjaga (karangan).")));
            case BY_PHONE ->
                List.of(Told.of("REPORT_BY_PHONE", () -> sheet.usual(slot, at)).by(Teller.BY_PHONE));
            default -> usual(slot, at);
        };
    }

    private List<Told> closing(Slot slot, Instant at) {
        return mishap == Mishap.MISTYPED_LEFT
                ? List.of(Told.of("MISTYPE_TURNOUT", () -> sheet.absurd(slot, at)))
                : usual(slot, at);
    }

    /** All is calm; at some TPS there is once something to keep an eye on. */
    private List<Told> usual(Slot slot, Instant at) {
        var dice = Dice.of(seed, "worry", station.tps());
        boolean worried = mishap == Mishap.ATTENTION && slot.name().equals(WORRIED.get(dice.nextInt(WORRIED.size())));
        var worry = WORRIES.get(dice.nextInt(WORRIES.size()));
        return List.of(
                worried
                        ? Told.of("REPORT_ATTENTION", () -> sheet.worse(slot, at, "ATTENTION", worry))
                        : Told.of("REPORT_VOTING", () -> sheet.usual(slot, at)));
    }
}
