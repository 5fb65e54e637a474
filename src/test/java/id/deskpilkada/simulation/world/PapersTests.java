package id.deskpilkada.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PapersTests {

    static final Papers PAPERS = new Papers(WorldTests.SEED);

    @Test
    void everySumOnEveryPaperIsRight() {
        for (var station : WorldTests.WORLD.stations()) {
            for (var contest : Contest.values()) {
                addsUp(PAPERS.of(station, contest));
            }
        }
    }

    private static void addsUp(Paper paper) {
        for (var line : List.of(
                "dpt", "voters.listed", "voters.movedIn", "voters.unlisted", "voters.total", "disabledVoters")) {
            assertThat(paper.number(line + ".male") + paper.number(line + ".female"))
                    .isEqualTo(paper.number(line + ".total"));
        }
        assertThat(paper.number("voters.listed.total")).isLessThanOrEqualTo(paper.number("dpt.total"));
        assertThat(paper.number("voters.listed.total")
                        + paper.number("voters.movedIn.total")
                        + paper.number("voters.unlisted.total"))
                .isEqualTo(paper.number("voters.total.total"));
        assertThat(paper.number("ballots.used") + paper.number("ballots.spoiled") + paper.number("ballots.unused"))
                .isEqualTo(paper.number("ballots.received"));
        assertThat(paper.number("ballots.used")).isEqualTo(paper.number("voters.total.total"));
        assertThat(paper.numbers().entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("votes."))
                        .mapToInt(Map.Entry::getValue)
                        .sum())
                .isEqualTo(paper.number("validVotes"));
        assertThat(paper.number("validVotes") + paper.number("invalidVotes")).isEqualTo(paper.number("totalVotes"));
        assertThat(paper.number("totalVotes")).isEqualTo(paper.number("ballots.used"));
        assertThat(paper.numbers().values()).allMatch(number -> number >= 0 && number <= 999);
    }

    @Test
    void theSameSeedWritesTheSamePaper() {
        var station = WorldTests.WORLD.stations().get(100);
        assertThat(new Papers(WorldTests.SEED).of(station, Contest.BUPATI))
                .isEqualTo(PAPERS.of(station, Contest.BUPATI));
    }

    @Test
    void theJsonIsNestedAsInTheContract() {
        var data =
                PAPERS.of(WorldTests.WORLD.stations().get(0), Contest.GUBERNUR).json();
        assertThat(data.at("/form").asText()).isEqualTo("SALINAN");
        assertThat(data.at("/voters/listed/male").isInt()).isTrue();
        assertThat(data.at("/ballots/unused").isInt()).isTrue();
        assertThat(data.at("/votes").size()).isEqualTo(3);
        assertThat(data.at("/totalVotes").isInt()).isTrue();
    }
}
