package id.deskpilkada.fieldreport.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A group and what stands in it, by name, in the order of the description. It is read for every report, therefore plain arrays. */
final class Branch implements Part {

    private final FieldGroup group;
    private final String[] names;
    private final Part[] parts;
    private final int firstSlot;

    private Branch(FieldGroup group, String[] names, Part[] parts, int firstSlot) {
        this.group = group;
        this.names = names;
        this.parts = parts;
        this.firstSlot = firstSlot;
    }

    FieldGroup group() {
        return group;
    }

    @Override
    public String path() {
        return group.path();
    }

    int size() {
        return parts.length;
    }

    String name(int at) {
        return names[at];
    }

    Part part(int at) {
        return parts[at];
    }

    /** Where the value of a field is kept. Each group has slots of its own, behind those of what stands in it. */
    int slot(int at) {
        return firstSlot + at;
    }

    /** One more than its last slot. */
    int end() {
        return firstSlot + parts.length;
    }

    /** Null when nothing of that name is described. */
    @Nullable
    Part part(String name) {
        int at = indexOf(name);
        return at < 0 ? null : parts[at];
    }

    /** Negative when nothing of that name is described. */
    int indexOf(String name) {
        for (int at = 0; at < names.length; at++) {
            if (names[at].equals(name)) {
                return at;
            }
        }
        return -1;
    }

    /** @param fields each stands in the group that its path names, groups in groups */
    static Branch root(List<FieldGroup> groups, List<DataField> fields) {
        var described = new ArrayList<>(groups);
        described.add(FieldGroup.fields(""));
        return of("", described, fields, 0);
    }

    /** The same with other fields in a group that stands in {@code data} itself. */
    Branch with(FieldGroup other, List<DataField> fields) {
        var inside = new String[fields.size()];
        for (int at = 0; at < inside.length; at++) {
            inside[at] = fields.get(at).path().substring(other.path().length() + 1);
        }
        var others = parts.clone();
        others[indexOf(other.path())] = new Branch(other, inside, fields.toArray(Part[]::new), end());
        return new Branch(group, names, others, firstSlot);
    }

    private static Branch of(String path, List<FieldGroup> groups, List<DataField> fields, int firstSlot) {
        var from = path.isEmpty() ? 0 : path.length() + 1;
        var names = new ArrayList<String>();
        var parts = new ArrayList<Part>();
        int slot = firstSlot;
        for (var field : fields) {
            int end = field.path().indexOf('.', from);
            var name = end < 0 ? field.path().substring(from) : field.path().substring(from, end);
            if (!names.contains(name)) {
                names.add(name);
                var part =
                        end < 0 ? field : of(field.path().substring(0, end), groups, inside(field, end, fields), slot);
                slot = part instanceof Branch branch ? branch.end() : slot;
                parts.add(part);
            }
        }
        if (path.isEmpty()) {
            withoutFields(groups, names, parts);
        }
        return new Branch(group(path, groups), names.toArray(String[]::new), parts.toArray(Part[]::new), slot);
    }

    /** Slots of all fields by their paths. */
    Map<String, Integer> slots() {
        var slots = new HashMap<String, Integer>();
        for (int at = 0; at < parts.length; at++) {
            if (parts[at] instanceof Branch branch) {
                slots.putAll(branch.slots());
            } else {
                slots.put(parts[at].path(), slot(at));
            }
        }
        return slots;
    }

    /** A list that has no entries yet is known all the same. */
    private static void withoutFields(List<FieldGroup> groups, List<String> names, List<Part> parts) {
        for (var group : groups) {
            var name = group.path();
            if (!name.isEmpty() && name.indexOf('.') < 0 && !names.contains(name)) {
                names.add(name);
                parts.add(new Branch(group, new String[0], new Part[0], 0));
            }
        }
    }

    private static List<DataField> inside(DataField first, int end, List<DataField> fields) {
        var group = first.path().substring(0, end + 1);
        return fields.stream().filter(field -> field.path().startsWith(group)).toList();
    }

    private static FieldGroup group(String path, List<FieldGroup> groups) {
        return groups.stream()
                .filter(group -> group.path().equals(path))
                .findFirst()
                .orElseGet(() -> FieldGroup.fields(path));
    }
}
