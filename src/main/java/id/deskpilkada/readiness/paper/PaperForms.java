package id.deskpilkada.readiness.paper;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.election.StationRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.document.Documents;
import id.deskpilkada.readiness.OfflinePlans;
import id.deskpilkada.readiness.paper.PaperSheet.Deadline;
import id.deskpilkada.readiness.paper.PaperSheet.RaceSheet;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.directory.Contacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Prints the spare forms: for each TPS one page for what is reported during the day, and the fields of C.Hasil for each race. */
@Component
class PaperForms {

    /** More are hardly printed in one go, and would keep a core busy for long. */
    private static final int MOST_TPS = 60;

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final int MOST_NUMBERS = 4;

    private final Documents documents;
    private final PaperFields fields;
    private final PaperAddresses addresses;
    private final Elections elections;
    private final Regions regions;
    private final Contacts contacts;
    private final OfflinePlans plans;

    PaperForms(
            Documents documents,
            PaperFields fields,
            PaperAddresses addresses,
            Elections elections,
            Regions regions,
            Contacts contacts,
            OfflinePlans plans) {
        this.documents = documents;
        this.fields = fields;
        this.addresses = addresses;
        this.elections = elections;
        this.regions = regions;
        this.contacts = contacts;
        this.plans = plans;
    }

    /**
     * The forms of one TPS or of all TPS of a village, as PDF.
     *
     * @param area digits of the TPS or village
     * @throws Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code NO_STATIONS}, 422 {@code PAPER_TOO_MANY}
     */
    byte[] pdf(RoundRef round, String area, Actor actor) {
        return documents.pdf(
                "formulir-cadangan",
                Map.of(
                        "sheets", sheets(round, area, actor),
                        "about", round,
                        "election", round.electionName(),
                        "round", round.code(),
                        "style", style()));
    }

    private static String style() {
        try {
            return new ClassPathResource("templates/document/formulir-cadangan.css")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<PaperSheet> sheets(RoundRef round, String area, Actor actor) {
        actor.require(Permission.PRINT_PAPER_FORMS, area);
        var stations = elections.stations(round, area);
        if (stations.isEmpty()) {
            throw Problem.notFound("NO_STATIONS", area);
        }
        if (stations.size() > MOST_TPS) {
            throw Problem.unprocessable("PAPER_TOO_MANY", stations.size(), MOST_TPS);
        }
        var numbers = numbers(area);
        return stations.stream().map(station -> sheet(round, station, numbers)).toList();
    }

    private List<String> numbers(String area) {
        return contacts.emergency(area).stream()
                .limit(MOST_NUMBERS)
                .flatMap(contact -> contact.callable().stream().map(number -> contact.name() + " " + number.readable()))
                .toList();
    }

    private PaperSheet sheet(RoundRef round, StationRef station, List<String> numbers) {
        var tps = station.code();
        var day = new PaperCode(tps, ReportKind.VOTING, null);
        var slots = elections.slots(round.id());
        return new PaperSheet(
                "TPS %03d".formatted(station.number()),
                tps,
                regions.name(station.villageArea()),
                regions.name(station.districtArea()),
                station.address(),
                plans.inWords(round.id(), tps).orElse(null),
                numbers,
                deadlines(slots, ReportKind.READINESS.name()),
                deadlines(slots, ReportKind.VOTING.name()),
                day.letters(),
                addresses.form(round, day),
                elections.races(round.electionId()).stream()
                        .filter(race -> race.covers(tps))
                        .map(race -> raceSheet(round, tps, race))
                        .toList());
    }

    private RaceSheet raceSheet(RoundRef round, String tps, RaceRef race) {
        var code = new PaperCode(tps, ReportKind.C1, race.code());
        return new RaceSheet(
                race.name(), code.letters(), addresses.form(round, code), fields.sections(round.law(), race));
    }

    private List<Deadline> deadlines(List<SlotRef> slots, String kind) {
        return slots.stream()
                .filter(slot -> slot.kind().equals(kind))
                .map(slot -> new Deadline(slot.slot(), local(slot.dueAt())))
                .toList();
    }

    private String local(Instant at) {
        return DateTimeFormatter.ofPattern("d MMM HH.mm", INDONESIAN).format(at.atZone(regions.zone())) + " "
                + regions.zoneName();
    }
}
