package id.deskpilkada.fieldapp;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundKind;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.directory.EmergencyNumbers;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a person's day together from what the features know. */
@Component
class FieldDayReading {

    private final Elections elections;
    private final FieldPlaces places;
    private final FieldWork work;
    private final EmergencyNumbers numbers;
    private final Regions regions;
    private final DeskSettings settings;
    private final Messages messages;
    private final Clock clock;
    private final boolean simulation;

    FieldDayReading(
            Elections elections,
            FieldPlaces places,
            FieldWork work,
            EmergencyNumbers numbers,
            Regions regions,
            DeskSettings settings,
            Messages messages,
            Clock clock,
            Environment environment) {
        this.elections = elections;
        this.places = places;
        this.work = work;
        this.numbers = numbers;
        this.regions = regions;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
        this.simulation = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Transactional(readOnly = true)
    FieldDay of(@Nullable String election, @Nullable String round, @Nullable String smsTo, Actor actor) {
        var started = elections.startedRounds();
        var chosen = chosen(election, round, started);
        var stations = chosen.flatMap(about -> places.stations(about, actor));
        var open = stations.isPresent() ? work.open(chosen.orElseThrow(), actor) : List.<FieldDay.Open>of();
        return new FieldDay(
                new FieldDay.Person(actor.id(), actor.name()),
                chosen.map(RoundRef::electionCode).orElse(null),
                chosen.map(about ->
                                new FieldDay.Round(about.code(), about.kind().name(), name(about)))
                        .orElse(null),
                started.stream()
                        .map(about -> new FieldDay.Choice(
                                about.electionCode(), about.code(), about.kind().name(), name(about)))
                        .toList(),
                clock.instant().atZone(regions.zone()).toOffsetDateTime(),
                regions.zone().getId(),
                Messages.locale().getLanguage(),
                messages.text("disclaimer"),
                simulation,
                chosen.isPresent() && stations.isEmpty(),
                stations.map(found -> places.races(chosen.orElseThrow(), found)).orElse(List.of()),
                stations.map(found -> places.described(chosen.orElseThrow(), found))
                        .orElse(List.of()),
                places.regions(actor),
                chosen.map(work::slots).orElse(List.of()),
                open,
                stations.isPresent() ? work.settled(chosen.orElseThrow(), actor) : List.<FieldDay.Settled>of(),
                chosen.map(about -> work.visits(about, actor)).orElse(List.of()),
                work.tasks(chosen.orElse(null), actor, open),
                numbers.ofReader().stream()
                        .map(one -> new FieldDay.Number(one.name(), one.place(), one.readable()))
                        .toList(),
                settings.helpdeskNumber(),
                smsTo);
    }

    /** The real day unless another round is asked for: nobody practises by accident, nor reports by accident. */
    private Optional<RoundRef> chosen(@Nullable String election, @Nullable String round, List<RoundRef> started) {
        if (election != null || round != null) {
            var named = elections.round(election, round);
            if (named.rehearsal() && !named.phase().active()) {
                throw Problem.unprocessable("PRACTICE_OVER", named.code());
            }
            return Optional.of(named);
        }
        return started.stream().min(Comparator.comparing(about -> about.kind() == RoundKind.REHEARSAL));
    }

    private String name(RoundRef about) {
        return about.kind() == RoundKind.REGULAR
                ? about.electionName()
                : about.electionName() + " · " + messages.text("round.kind." + about.kind());
    }
}
