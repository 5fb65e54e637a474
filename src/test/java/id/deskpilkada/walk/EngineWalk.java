package id.deskpilkada.walk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The engine's own interface, tried by one person about the objects of another district. */
final class EngineWalk {

    private static final String LIMIT = "maxResults=500";

    private final Caller caller;
    private final Map<String, String> objects;

    EngineWalk(Caller caller, Map<String, String> objects) {
        this.caller = caller;
        this.objects = objects;
    }

    /** What this person got that is not theirs. */
    List<String> reached(Rows rows) {
        var reached = new ArrayList<String>();
        for (var path : EnginePaths.OBJECTS) {
            var answer = caller.get(address(path));
            if (answer.success() && !empty(answer)) {
                reached.add("GET " + path + " -> " + answer.status() + answer.text());
            }
        }
        for (var path : EnginePaths.NARROWED) {
            var answer = caller.get(limited(address(path)));
            if (answer.success() && !empty(answer)) {
                reached.add("GET " + path + " -> " + answer.status() + answer.text());
            }
        }
        var refusals = new Refusals(rows);
        for (var change : EnginePaths.CHANGES) {
            var answer = caller.sendToEngine(change[0], address(change[1]), filled(change[2]));
            refusals.called(change[0] + " " + change[1]);
            if (answer.success()) {
                reached.add(change[0] + " " + change[1] + " -> " + answer.status());
            }
        }
        reached.addAll(refusals.changes());
        return reached;
    }

    /** What this person is told when asking for everything. */
    Map<String, String> told() {
        var told = new LinkedHashMap<String, String>();
        for (var path : EnginePaths.LISTS) {
            var answer = caller.get(limited(address(path)));
            told.put(path, answer.status() + " " + Marks.lasting(answer.text()));
        }
        return told;
    }

    private static boolean empty(Caller.Answer answer) {
        var body = answer.text().substring(answer.text().indexOf("\n\n")).strip();
        return List.of("", "[]", "{}", "{\"groups\":[],\"groupUsers\":[]}").contains(body);
    }

    private static String limited(String address) {
        var whole = address.contains("/count") || address.contains("statistics") || address.contains("report");
        return whole ? address : address + (address.contains("?") ? "&" : "?") + LIMIT;
    }

    private String address(String path) {
        return EnginePaths.address(filled(path));
    }

    private String filled(String text) {
        var filled = text;
        for (var object : objects.entrySet()) {
            filled = filled.replace("{" + object.getKey() + "}", object.getValue());
        }
        return filled;
    }
}
