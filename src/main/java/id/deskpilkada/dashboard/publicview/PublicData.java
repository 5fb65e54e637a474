package id.deskpilkada.dashboard.publicview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.dashboard.publicview.Edition.Place;
import id.deskpilkada.dashboard.publicview.PublicPage.BasisPart;
import id.deskpilkada.dashboard.publicview.PublicPage.ChildPart;
import id.deskpilkada.dashboard.publicview.PublicPage.RacePart;
import id.deskpilkada.dashboard.publicview.PublicPage.RoundPart;
import id.deskpilkada.dashboard.publicview.PublicPage.Votes;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.region.Regions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The same as the pages, for programs: in the shape of {@code /api/tally}, with both bases in {@code totals}. */
@Component
class PublicData {

    private final ObjectMapper json;
    private final Messages messages;
    private final Regions regions;

    PublicData(ObjectMapper json, Messages messages, Regions regions) {
        this.json = json;
        this.messages = messages;
        this.regions = regions;
    }

    byte[] tally(PublicPage page, RoundPart round, RacePart race) {
        var file = head(round, page.simulation());
        file.put("race", race.code()).put("basis", "both");
        put(file, page.place(), race.expected(), race.received(), race.verified(), race.bases());
        if (round.votes() == Votes.LATER) {
            file.put("votesNotBefore", local(round.votesNotBefore()));
        }
        file.put("asOf", race.asOf() == null ? null : local(race.asOf()));
        var children = file.putArray("children");
        race.children().forEach(child -> put(children.addObject(), child));
        return bytes(file);
    }

    /** How far forms have come in, for each round and race of the whole installation; no votes. */
    byte[] progress(PublicPage root) {
        var file = json.createObjectNode();
        file.put("disclaimer", messages.text("disclaimer")).put("simulation", root.simulation());
        file.set("region", place(root.place()));
        file.put("mode", root.mode().name());
        file.put("asOf", root.asOf() == null ? null : local(root.asOf()));
        var rounds = file.putArray("rounds");
        root.rounds().forEach(round -> put(rounds.addObject(), round));
        return bytes(file);
    }

    private void put(ObjectNode into, RoundPart round) {
        into.put("election", round.election()).put("round", round.code());
        into.put("kind", round.kind().name()).put("phase", round.phase().name());
        into.put("date", round.date().toString());
        if (round.votes() != Votes.NEVER) {
            into.put("votesNotBefore", local(round.votesNotBefore()));
        }
        into.put("stations", round.stations());
        if (round.voting()) {
            into.put("opened", round.opened()).put("closed", round.closed());
        }
        var races = into.putArray("races");
        round.races().forEach(race -> races.addObject()
                .put("race", race.code())
                .put("name", race.name())
                .put("expected", race.expected())
                .put("received", race.received())
                .put("verified", race.verified()));
    }

    /**
     * The places below the root so that a browser can search by itself, each as the last part of its code, its name, and what is below it: places, or the numbers of its TPS, or only how
     * many when they are numbered from 1.
     */
    byte[] index(Edition edition) {
        var file = json.createObjectNode().put("simulation", edition.simulation());
        file.set("root", place(edition.root()));
        add(edition, edition.root(), file.putArray("places"));
        return bytes(file);
    }

    private void add(Edition edition, Place above, ArrayNode rows) {
        for (var place : edition.below(above)) {
            var code = place.code();
            var row = rows.addArray()
                    .add(code.substring(code.lastIndexOf('.') + 1))
                    .add(place.name());
            var below = edition.below(place);
            if (below.isEmpty() || below.get(0).isStation()) {
                addStations(below, row);
            } else {
                add(edition, place, row.addArray());
            }
        }
    }

    private static void addStations(List<Place> stations, ArrayNode row) {
        var numbers = stations.stream()
                .map(station -> Integer.parseInt(station.code().substring(PublicSearch.VILLAGE_DIGITS)))
                .toList();
        if (numbers.isEmpty() || numbers.get(numbers.size() - 1) == numbers.size()) {
            row.add(numbers.size());
        } else {
            var list = row.addArray();
            numbers.forEach(list::add);
        }
    }

    private ObjectNode head(RoundPart round, boolean simulation) {
        return json.createObjectNode()
                .put("disclaimer", messages.text("disclaimer"))
                .put("simulation", simulation)
                .put("election", round.election())
                .put("round", round.code())
                .put("kind", round.kind().name())
                .put("phase", round.phase().name());
    }

    private void put(ObjectNode into, ChildPart child) {
        put(
                into,
                child.place(),
                child.expected(),
                child.received(),
                child.verified(),
                Stream.ofNullable(child.verifiedVotes()).toList());
    }

    private void put(ObjectNode into, Place place, int expected, int received, int verified, List<BasisPart> bases) {
        into.set("region", place(place));
        into.put("expected", expected).put("received", received).put("verified", verified);
        var totals = into.putObject("totals");
        bases.forEach(part -> totals.set(part.basis().code(), totals(part)));
    }

    private ObjectNode totals(BasisPart part) {
        var node = json.createObjectNode().put("counted", part.counted()).put("enough", part.enough());
        var figures = part.figures();
        if (figures != null) {
            var votes = node.putArray("votes");
            figures.votes().forEach(one -> votes.addObject()
                    .put("ballotNumber", one.candidate().number())
                    .put("name", one.candidate().name())
                    .put("votes", one.votes()));
            node.put("validVotes", figures.valid())
                    .put("invalidVotes", figures.invalid())
                    .put("dptTotal", figures.dpt())
                    .put("votersTotal", figures.voters());
        }
        return node;
    }

    private ObjectNode place(Place place) {
        return json.createObjectNode()
                .put("code", place.code())
                .put("name", place.name())
                .put("level", place.level());
    }

    private @Nullable String local(Instant at) {
        return at.atZone(regions.zone()).toOffsetDateTime().toString();
    }

    private byte[] bytes(ObjectNode file) {
        try {
            return json.writeValueAsString(file).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
