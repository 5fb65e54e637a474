package id.deskpilkada.simulation;

/** The application does not start, because a demo and something real would meet. */
final class DemoRefused extends RuntimeException {

    private final String remedy;

    DemoRefused(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
