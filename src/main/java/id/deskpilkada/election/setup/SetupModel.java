package id.deskpilkada.election.setup;

import id.deskpilkada.election.ElectionRef;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceKind;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.RoundReadiness;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.imports.Column;
import id.deskpilkada.imports.Importer;
import id.deskpilkada.imports.Imports;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page {@code /setup} shows. */
@Component
class SetupModel {

    /** The order in which an installation is filled. */
    private static final List<String> ORDER =
            List.of("regions", "polling-stations", "candidates", "voter-lists", "staff");

    private final Elections elections;
    private final RoundReadiness readiness;
    private final Imports imports;
    private final Messages messages;
    private final DeskSettings settings;

    SetupModel(
            Elections elections, RoundReadiness readiness, Imports imports, Messages messages, DeskSettings settings) {
        this.elections = elections;
        this.readiness = readiness;
        this.imports = imports;
        this.messages = messages;
        this.settings = settings;
    }

    record Form(String code, String name, String date, List<RaceLine> races) {}

    record RaceLine(String code, String title, boolean chosen, String region) {}

    record ElectionLine(ElectionRef election, String races, List<RoundLine> rounds) {}

    /** @param missing what it lacks before it can start, as sentences */
    record RoundLine(String code, String kind, String phase, boolean prepared, List<String> missing) {}

    record ImportLine(String kind, String columns) {}

    /** A fault or warning as a line of a table. */
    record FaultLine(@Nullable Integer row, @Nullable String place, @Nullable String value, String message) {}

    void fill(Model model, Form form) {
        model.addAttribute("form", form);
        model.addAttribute(
                "elections", elections.all().stream().map(this::election).toList());
        model.addAttribute(
                "imports",
                imports.kinds().stream()
                        .filter(importer -> importer.permission() == Permission.SET_UP)
                        .sorted(Comparator.comparing(SetupModel::position).thenComparing(Importer::kind))
                        .map(SetupModel::importLine)
                        .toList());
        model.addAttribute("documents", imports.documents());
    }

    /** The form of a known election, or an empty one that proposes the races of this regency. */
    Form form(@Nullable String code) {
        for (ElectionRef election : elections.all()) {
            if (election.code().equals(code)) {
                List<RaceRef> races = elections.races(election.id());
                return new Form(
                        election.code(), election.name(), election.date().toString(), lines(races));
            }
        }
        return new Form("", "", "", lines(List.of()));
    }

    List<FaultLine> faults(List<FieldProblem> problems) {
        return problems.stream()
                .map(fault -> new FaultLine(
                        fault.row(),
                        fault.row() == null ? fault.field() : fault.column(),
                        fault.value(),
                        messages.problem(fault)))
                .toList();
    }

    String proposedRegion(RaceKind kind) {
        return kind == RaceKind.GUBERNUR ? settings.regency().substring(0, 2) : settings.regency();
    }

    private List<RaceLine> lines(List<RaceRef> races) {
        List<RaceLine> lines = new ArrayList<>();
        for (RaceKind kind : RaceKind.values()) {
            var known = races.stream()
                    .filter(race -> race.code().equals(kind.name()))
                    .findFirst();
            String region = known.map(RaceRef::regionCode).orElseGet(() -> proposedRegion(kind));
            lines.add(new RaceLine(kind.name(), kind.title(), known.isPresent(), region));
        }
        return lines;
    }

    private ElectionLine election(ElectionRef election) {
        List<String> races =
                elections.races(election.id()).stream().map(RaceRef::name).toList();
        return new ElectionLine(
                election,
                String.join(", ", races),
                elections.rounds(election.id()).stream().map(this::round).toList());
    }

    private RoundLine round(RoundRef round) {
        boolean prepared = round.phase() == RoundPhase.PREPARED;
        List<String> missing = prepared
                ? readiness.missing(round).stream().map(messages::problem).toList()
                : List.of();
        return new RoundLine(
                round.code(),
                messages.text("round.kind." + round.kind()),
                messages.text("round.phase." + round.phase()),
                prepared,
                missing);
    }

    private static ImportLine importLine(Importer importer) {
        List<String> names = importer.columns().stream().map(SetupModel::spoken).toList();
        return new ImportLine(importer.kind(), String.join(", ", names));
    }

    private static String spoken(Column column) {
        return column.aliases().isEmpty() ? column.name() : column.aliases().get(0);
    }

    private static int position(Importer importer) {
        int known = ORDER.indexOf(importer.kind());
        return known < 0 ? ORDER.size() : known;
    }

    static Form again(String code, String name, String date, List<String> chosen, List<String> regions) {
        RaceKind[] kinds = RaceKind.values();
        List<RaceLine> lines = new ArrayList<>();
        Arrays.stream(kinds)
                .forEach(kind -> lines.add(new RaceLine(
                        kind.name(),
                        kind.title(),
                        chosen.contains(kind.name()),
                        kind.ordinal() < regions.size() ? regions.get(kind.ordinal()) : "")));
        return new Form(code, name, date, lines);
    }
}
