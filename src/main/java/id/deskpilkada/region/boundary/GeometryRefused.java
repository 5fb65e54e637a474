package id.deskpilkada.region.boundary;

/** A geometry that is no outline of a region; the code names a text under {@code problem.<code>}. */
final class GeometryRefused extends RuntimeException {

    private final String code;
    private final transient Object[] arguments;

    GeometryRefused(String code, Object... arguments) {
        super(code, null, false, false);
        this.code = code;
        this.arguments = arguments;
    }

    String code() {
        return code;
    }

    Object[] arguments() {
        return arguments;
    }
}
