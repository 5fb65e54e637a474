package id.deskpilkada.simulation.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of one Form C1 by their dotted names as in the contract ({@code voters.listed.male}, {@code votes.1}), in the order of the form. */
public record Paper(Map<String, Integer> numbers) {

    public Paper {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    public int number(String name) {
        var number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("not on this paper: " + name);
        }
        return number;
    }

    /** This paper as somebody reads it who takes one number for another. */
    public Paper with(String name, int misread) {
        var changed = new LinkedHashMap<>(numbers);
        changed.replace(name, misread);
        return new Paper(changed);
    }

    /** The {@code data} of a C1 report, without photos. */
    public ObjectNode json() {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("form", "SALINAN");
        numbers.forEach((name, number) -> {
            var at = data;
            var parts = name.split("\\.");
            for (int part = 0; part < parts.length - 1; part++) {
                at = at.withObjectProperty(parts[part]);
            }
            at.put(parts[parts.length - 1], number);
        });
        return data;
    }
}
