package id.deskpilkada.comparison;

import id.deskpilkada.comparison.ComparisonView.Line;
import id.deskpilkada.comparison.ComparisonView.Place;
import id.deskpilkada.comparison.official.OfficialImport;
import id.deskpilkada.comparison.official.OfficialResult;
import id.deskpilkada.comparison.official.OfficialRows;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** What the page of the comparison shows. */
@Component
class ComparisonPageModel {

    private static final int FILES = 20;
    private static final int FAULTS = 200;

    private final OfficialRows imports;
    private final Differences differences;
    private final FieldLabels labels;
    private final Elections elections;
    private final Regions regions;
    private final Staff staff;
    private final Messages messages;

    ComparisonPageModel(
            OfficialRows imports,
            Differences differences,
            FieldLabels labels,
            Elections elections,
            Regions regions,
            Staff staff,
            Messages messages) {
        this.imports = imports;
        this.differences = differences;
        this.labels = labels;
        this.elections = elections;
        this.regions = regions;
        this.staff = staff;
        this.messages = messages;
    }

    record About(RoundRef round, RaceRef race, List<RaceRef> races) {}

    /** @param fields what differs, in words; @param known what was said about it, if anything was */
    record StationRow(Line line, List<String> fields, @Nullable Difference known) {}

    record RegionRow(Line line, List<String> fields) {}

    /** @param traced how many of its differences somebody has traced; {@code corrections} of them with a correction of ours asked for */
    record FileRow(OfficialImport about, String by, int traced, int gone, int corrections) {}

    record Fault(@Nullable Integer row, @Nullable String place, @Nullable String value, String message) {}

    /** The round and race that an address asks for, else the round that is shown and its first race; nothing before any round has begun. */
    Optional<About> about(@Nullable String election, @Nullable String round, @Nullable String race) {
        RoundRef inRound;
        if (election == null && round == null) {
            var shown = elections.shownRounds();
            if (shown.isEmpty()) {
                return Optional.empty();
            }
            inRound = shown.get(0);
        } else {
            inRound = elections.round(election, round);
        }
        var races = elections.races(inRound.electionId());
        return Optional.of(
                new About(inRound, race == null ? races.get(0) : elections.race(inRound.electionId(), race), races));
    }

    @Transactional(readOnly = true)
    public void fill(Model model, About about, ComparisonView view, @Nullable Outcome outcome, Actor actor) {
        long round = about.round().id();
        var race = about.race();
        var area = Area.digits(view.region().code());
        model.addAttribute("about", about);
        model.addAttribute("view", view);
        model.addAttribute("outcome", outcome);
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("crumbs", crumbs(area, actor));
        model.addAttribute("stations", stations(round, race, view.stations().items()));
        model.addAttribute(
                "regions",
                view.regions().stream()
                        .map(line -> new RegionRow(line, fields(line, race)))
                        .toList());
        model.addAttribute("causes", differences.causes(round, race.id(), area));
        model.addAttribute("files", files(round, race));
        model.addAttribute(
                "mayCompare",
                actor.may(Permission.COMPARE_OFFICIAL, regions.installation().code()));
    }

    private List<Place> crumbs(String area, Actor actor) {
        return Stream.of(2, 4, 6)
                .filter(digits -> digits < area.length())
                .map(digits -> area.substring(0, digits))
                .filter(above -> actor.may(Permission.READ_COMPARISON, above))
                .flatMap(above -> regions.find(above).stream())
                .map(Comparisons::place)
                .toList();
    }

    private List<StationRow> stations(long round, RaceRef race, List<Line> lines) {
        var known = differences.alive(
                round,
                race.id(),
                lines.stream().map(line -> line.place().code()).toList());
        return lines.stream()
                .map(line -> new StationRow(
                        line, fields(line, race), known.get(line.place().code())))
                .toList();
    }

    private List<String> fields(Line line, RaceRef race) {
        return line.fields().entrySet().stream()
                .map(entry -> messages.text(
                        "compare.page.field",
                        labels.of(entry.getKey(), race),
                        entry.getValue().get(0),
                        entry.getValue().get(1),
                        signed(entry.getValue().get(0) - entry.getValue().get(1))))
                .toList();
    }

    private static String signed(long number) {
        return (number > 0 ? "+" : "") + String.format(Messages.locale(), "%,d", number);
    }

    private List<FileRow> files(long round, RaceRef race) {
        return imports.of(round, race.id()).stream()
                .limit(FILES)
                .map(about -> row(about, differences.summary(about.id())))
                .toList();
    }

    private FileRow row(OfficialImport about, Map<String, Object> counts) {
        int traced = counts.entrySet().stream()
                .filter(entry -> !List.of("OPEN", "GONE", "CORRECTIONS").contains(entry.getKey()))
                .mapToInt(entry -> (int) entry.getValue())
                .sum();
        return new FileRow(about, staff.name(about.importedById()), traced, (int) counts.getOrDefault("GONE", 0), (int)
                counts.getOrDefault("CORRECTIONS", 0));
    }

    void taken(Model model, String fileName, OfficialResult result) {
        model.addAttribute("fileName", fileName);
        model.addAttribute("result", result);
        model.addAttribute(
                "places",
                result.places().entrySet().stream()
                        .map(entry -> messages.text(
                                "compare.import.readLevel",
                                entry.getValue(),
                                messages.text("compare.level." + entry.getKey())))
                        .collect(Collectors.joining(", ")));
        model.addAttribute(
                "read",
                result.candidates().entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue())
                        .collect(Collectors.joining(", ")));
        model.addAttribute("warnings", faults(result.warnings()));
    }

    void refused(Model model, Problem refusal) {
        model.addAttribute("refusal", messages.problem(refusal.code(), refusal.arguments()));
        model.addAttribute("faults", faults(refusal.errors()));
    }

    private List<Fault> faults(List<FieldProblem> problems) {
        var faults = new ArrayList<Fault>();
        problems.stream()
                .limit(FAULTS)
                .forEach(fault -> faults.add(new Fault(
                        fault.row(),
                        fault.row() == null ? fault.field() : fault.column(),
                        fault.value(),
                        messages.problem(fault))));
        return faults;
    }
}
