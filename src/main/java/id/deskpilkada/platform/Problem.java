package id.deskpilkada.platform;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A refusal that a caller can understand and mend. It becomes an RFC 9457 problem answer with {@code code}; its text is found in the message bundles under
 * {@code problem.<CODE>} in the caller's language.
 */
public final class Problem extends RuntimeException {

    private final transient HttpStatus status;
    private final String code;
    private final transient List<Object> arguments;
    private final transient List<FieldProblem> errors;

    private Problem(HttpStatus status, String code, List<Object> arguments, List<FieldProblem> errors) {
        super(code + (errors.isEmpty() ? "" : " " + errors), null, false, false);
        this.status = status;
        this.code = code;
        this.arguments = arguments;
        this.errors = errors;
    }

    public static Problem unprocessable(String code, Object... arguments) {
        return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, code, List.of(arguments), List.of());
    }

    public static Problem unprocessable(String code, List<FieldProblem> errors) {
        return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, code, List.of(errors.size()), List.copyOf(errors));
    }

    public static Problem forbidden(String code, Object... arguments) {
        return new Problem(HttpStatus.FORBIDDEN, code, List.of(arguments), List.of());
    }

    public static Problem notFound(String code, Object... arguments) {
        return new Problem(HttpStatus.NOT_FOUND, code, List.of(arguments), List.of());
    }

    public static Problem conflict(String code, Object... arguments) {
        return new Problem(HttpStatus.CONFLICT, code, List.of(arguments), List.of());
    }

    public static Problem of(HttpStatus status, String code, Object... arguments) {
        return new Problem(status, code, List.of(arguments), List.of());
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<FieldProblem> errors() {
        return errors;
    }
}
