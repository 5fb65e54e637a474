package id.deskpilkada.c1.written;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Forms for tests: one on which every equation of a Pilkada TPS of 300 voters holds, and variations of it. */
public final class C1DataFixture {

    public static final ObjectMapper JSON = new ObjectMapper();
    public static final List<Integer> PAIRS = List.of(1, 2);

    /** 300 listed voters and 8 reserve ballots (2.5 % rounded up); 215 voted, 5 of them invalid. */
    private static final String CLEAN =
            """
            {"form": "PLANO",
             "dpt": {"male": 145, "female": 155, "total": 300},
             "voters": {
               "listed": {"male": 100, "female": 110, "total": 210},
               "movedIn": {"male": 1, "female": 1, "total": 2},
               "unlisted": {"male": 1, "female": 2, "total": 3},
               "total": {"male": 102, "female": 113, "total": 215}},
             "ballots": {"received": 308, "used": 215, "spoiled": 1, "unused": 92},
             "disabledVoters": {"male": 1, "female": 0, "total": 1},
             "votes": {"1": 120, "2": 90},
             "validVotes": 210, "invalidVotes": 5, "totalVotes": 215}
            """;

    private C1DataFixture() {}

    public static ObjectNode cleanJson() {
        return json(CLEAN);
    }

    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static C1Data clean() {
        return C1DataReader.read(cleanJson(), PAIRS);
    }

    /** The clean form with other numbers: path, number, path, number ...; null is a blank. */
    public static C1Data cleanWith(@Nullable Object... pathsAndNumbers) {
        return with(clean(), pathsAndNumbers);
    }

    static C1Data with(C1Data data, @Nullable Object... pathsAndNumbers) {
        var json = (ObjectNode) JSON.valueToTree(data);
        for (int i = 0; i < pathsAndNumbers.length; i += 2) {
            put(json, (String) pathsAndNumbers[i], (Integer) pathsAndNumbers[i + 1]);
        }
        return C1DataReader.read(json, data.votes().keySet());
    }

    static void put(ObjectNode json, String path, @Nullable Integer number) {
        var parent = json;
        var names = path.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            parent = parent.withObject("/" + names[i]);
        }
        parent.put(names[names.length - 1], number);
    }

    static SortedMap<Integer, Integer> votes(Integer... votes) {
        var map = new TreeMap<Integer, Integer>();
        for (int i = 0; i < votes.length; i++) {
            map.put(i + 1, votes[i]);
        }
        return map;
    }
}
