package id.deskpilkada.fieldreport.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.deskpilkada.fieldreport.form.FieldGroup.Members;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The {@code data} of one report, read as its form describes it. Everything that cannot be read is gathered and told in one answer, in the order in which it is asked for; what
 * nobody asks for is checked all the same.
 */
public final class FilledForm {

    private final DataForm form;
    private final Branch root;
    private final JsonNode data;
    private final Refusals refusals;
    private final @Nullable Branch replaced;
    private final @Nullable Object[] values;
    private final JsonNode[] nodes;
    private final boolean[] read;
    private boolean complete;

    private FilledForm(DataForm form, Branch root, @Nullable Branch replaced, JsonNode data) {
        this.form = form;
        this.root = root;
        this.replaced = replaced;
        this.data = data;
        this.refusals = new Refusals(form.manner());
        this.values = new Object[replaced == null ? root.end() : replaced.end()];
        this.read = new boolean[root.size()];
        this.nodes = members(root, data);
    }

    public static FilledForm of(DataForm form, JsonNode data) {
        return new FilledForm(form, form.root(), null, data);
    }

    /** @param fields those that stand in the group this time, instead of the described ones */
    public static FilledForm of(DataForm form, FieldGroup group, List<DataField> fields, JsonNode data) {
        var root = form.root().with(group, fields);
        return new FilledForm(form, root, (Branch) root.part(group.path()), data);
    }

    /** Whether a field is named with a value. */
    public boolean has(String path) {
        var node = data;
        int from = 0;
        for (int end = path.indexOf('.'); end >= 0; end = path.indexOf('.', from)) {
            node = node.path(path.substring(from, end));
            from = end + 1;
        }
        return !FieldValue.absent(node.path(path.substring(from)));
    }

    /** Whether one of those is named of which a report has to name at least one. */
    public boolean saysSomething() {
        return form.anyOf().stream().anyMatch(this::has);
    }

    public @Nullable Integer number(String path) {
        return (Integer) value(path);
    }

    public @Nullable Boolean flag(String path) {
        return (Boolean) value(path);
    }

    /** Whether it was answered with yes. */
    public boolean yes(String path) {
        return Boolean.TRUE.equals(value(path));
    }

    public @Nullable Instant time(String path) {
        return (Instant) value(path);
    }

    public @Nullable String text(String path) {
        return (String) value(path);
    }

    public @Nullable Spot location(String path) {
        return (Spot) value(path);
    }

    public @Nullable UUID id(String path) {
        return (UUID) value(path);
    }

    /** What stands behind the code that was chosen. */
    public <T> @Nullable T choice(String path, Class<T> type) {
        var chosen = value(path);
        return chosen == null ? null : type.cast(chosen);
    }

    /** What was answered in a list of choices, by code. */
    public <T> SortedMap<String, T> answers(String name, Class<T> type) {
        look(root.indexOf(name));
        var group = (Branch) Objects.requireNonNull(root.part(name));
        var answers = new TreeMap<String, T>();
        for (int at = 0; at < group.size(); at++) {
            var answer = values[group.slot(at)];
            if (answer != null) {
                answers.put(group.name(at), type.cast(answer));
            }
        }
        return answers;
    }

    /** Each once for every time that it is named. */
    public List<String> photos() {
        var photos = value("photos");
        return photos instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : List.of();
    }

    /** Something that only the rules of the kind can tell. @param value as it is repeated in the answer */
    public void refuse(String path, @Nullable Object value, String code, Object... arguments) {
        refusals.refuse(path, value, code, arguments);
    }

    /** @throws id.deskpilkada.platform.Problem 422 {@code MALFORMED} when anything is wrong */
    public void refuseIfWrong() {
        lookAtAll();
        refusals.refuseIfWrong();
    }

    private void lookAtAll() {
        for (int at = 0; at < read.length; at++) {
            look(at);
        }
        complete = true;
    }

    private @Nullable Object value(String path) {
        int slot = slot(path);
        if (values[slot] == null && !complete) {
            int end = path.indexOf('.');
            look(root.indexOf(end < 0 ? path : path.substring(0, end)));
        }
        return values[slot];
    }

    private int slot(String path) {
        var place = form.places().get(path);
        if (place != null) {
            return place;
        }
        for (int at = 0; replaced != null && at < replaced.size(); at++) {
            if (replaced.part(at).path().equals(path)) {
                return replaced.slot(at);
            }
        }
        throw new IllegalArgumentException("not described: " + path);
    }

    /** Reads what stands in {@code data} itself there, now, so that what is wrong with it is told before what is asked for later. */
    private void look(int at) {
        if (!read[at]) {
            read[at] = true;
            read(root, at, nodes[at]);
        }
    }

    private void read(Branch branch, int at, JsonNode node) {
        if (branch.part(at) instanceof DataField field) {
            values[branch.slot(at)] = FieldValue.read(field, node, wanted(field), refusals);
        } else {
            group((Branch) branch.part(at), node);
        }
    }

    private boolean wanted(DataField field) {
        return field.limits().required()
                && field.limits().unless().stream().noneMatch(other -> {
                    var said = value(other);
                    return said != null && !Boolean.FALSE.equals(said);
                });
    }

    private void group(Branch branch, JsonNode node) {
        var group = branch.group();
        if (FieldValue.absent(node) || group.required() && node.isObject() && node.isEmpty()) {
            if (group.required()) {
                refusals.refuse(group.path(), null, Fault.REQUIRED);
            }
        } else if (!node.isObject()) {
            refusals.refuse(group.path(), node, Fault.SHAPE);
        } else if (group.members() == Members.FIELDS) {
            var members = members(branch, node);
            for (int at = 0; at < members.length; at++) {
                read(branch, at, members[at]);
            }
        } else {
            node.fields().forEachRemaining(entry -> entry(branch, entry.getKey(), entry.getValue()));
        }
    }

    private void entry(Branch branch, String name, JsonNode node) {
        int at = branch.indexOf(name);
        if (at < 0) {
            stranger(branch.group(), name, node);
        } else if (node.isNull()
                && branch.group().members() == Members.ANSWERS
                && branch.part(at) instanceof DataField field
                && field.limits().choices() != null) {
            refusals.refuse(
                    field.path(), node, Fault.CHOICE, field.limits().choices().codes());
        } else {
            read(branch, at, node);
        }
    }

    /** What stands in a group, in the order of its description; refuses what is not described. */
    private JsonNode[] members(Branch branch, JsonNode node) {
        var members = new JsonNode[branch.size()];
        int found = 0;
        for (int at = 0; at < members.length; at++) {
            var member = node.get(branch.name(at));
            found += member == null ? 0 : 1;
            members[at] = member == null ? MissingNode.getInstance() : member;
        }
        if (found < node.size()) {
            node.fields().forEachRemaining(entry -> {
                if (branch.indexOf(entry.getKey()) < 0) {
                    stranger(branch.group(), entry.getKey(), entry.getValue());
                }
            });
        }
        return members;
    }

    private void stranger(FieldGroup group, String name, JsonNode node) {
        var path = group.path().isEmpty() ? name : group.path() + "." + name;
        if (group.strangers() == null) {
            refusals.refuse(path, node, Fault.UNKNOWN);
            return;
        }
        var refusal = group.strangers().of(name);
        refusals.refuse(path, node, refusal.code(), refusal.arguments());
    }
}
