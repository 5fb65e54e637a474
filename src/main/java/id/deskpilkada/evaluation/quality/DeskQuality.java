package id.deskpilkada.evaluation.quality;

import id.deskpilkada.c1.C1Quality;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.evaluation.Report;
import id.deskpilkada.evaluation.Standing;
import id.deskpilkada.evaluation.Words;
import id.deskpilkada.fieldreport.ParkedSums;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Region;
import id.deskpilkada.staff.Staff;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The desk's own quality, for its supervisors. Verifiers are numbers unless the reader may see who wrote what anyway. */
@Component
class DeskQuality {

    private final C1Quality forms;
    private final ParkedSums parked;
    private final Standing standing;
    private final Staff staff;
    private final Clock clock;

    DeskQuality(C1Quality forms, ParkedSums parked, Standing standing, Staff staff, Clock clock) {
        this.forms = forms;
        this.parked = parked;
        this.standing = standing;
        this.staff = staff;
        this.clock = clock;
    }

    /** Where the reader may see it. @throws id.deskpilkada.platform.Problem 403 {@code FORBIDDEN}, {@code OUTSIDE_SCOPE}; 404 {@code UNKNOWN_REGION} */
    Region place(Standing.Asked asked, Actor reader) {
        return standing.place(asked, Permission.READ_DESK_QUALITY, reader);
    }

    /** Whether verifiers are named to the reader. */
    static boolean named(Actor reader, Region place) {
        return reader.may(Permission.DECIDE_C1, place.code());
    }

    @Transactional(readOnly = true)
    public Report of(RoundRef round, Region place, Actor reader, Words words) {
        long id = round.id();
        var area = place.area();
        var tables = new QualityTables(words, words.text("evaluation.sum", place.name()));
        boolean named = named(reader, place);
        var waiting = parked.of(id, area).stream()
                .collect(Collectors.toMap(ParkedSums.Parked::place, ParkedSums.Parked::reports));
        LongFunction<String> name = staff::name;
        var all = List.of(
                tables.districts(forms.work(id, area), waiting, standing.districts(round, place), standing::name),
                tables.fields(forms.fields(id, area)),
                tables.channels(forms.channels(id, area)),
                tables.verifiers(forms.verifiers(id, area), named ? name : null));
        var notes = new ArrayList<String>();
        notes.add(words.text("evaluation.quality.note.inside"));
        notes.add(words.text("evaluation.quality.note.few", QualityTables.FEWEST));
        notes.add(words.text(named ? "evaluation.quality.note.named" : "evaluation.quality.note.numbered"));
        return new Report(
                words.text("evaluation.quality.title"),
                round,
                place,
                Standing.provisional(round),
                clock.instant(),
                notes,
                all);
    }
}
