package id.deskpilkada.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader of the picture would trip over, found without looking at it. */
class DrawingTests {

    private record Piece(SequenceFlow flow, Line2D line) {

        boolean straight() {
            return line.getX1() == line.getX2() || line.getY1() == line.getY2();
        }

        boolean endsAt(FlowNode node) {
            return flow.getSource().equals(node) || flow.getTarget().equals(node);
        }

        /** A flow runs within the subprocess that holds it. */
        boolean liesIn(FlowNode node) {
            var scope = flow.getParentElement();
            while (scope != null && !scope.equals(node)) {
                scope = scope.getParentElement();
            }
            return scope != null;
        }
    }

    static Stream<ProcessModel> models() {
        return ProcessModel.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyNodeAndFlowIsDrawn(ProcessModel model) {
        assertThat(model.nodes().filter(node -> node.getDiagramElement() == null))
                .extracting(FlowNode::getId)
                .isEmpty();
        assertThat(model.flows().filter(flow -> flow.getDiagramElement() == null))
                .extracting(SequenceFlow::getId)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsRunLevelOrUpright(ProcessModel model) {
        assertThat(pieces(model))
                .filteredOn(piece -> !piece.straight())
                .extracting(DrawingTests::name)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsDoNotMeetOnTheirWay(ProcessModel model) {
        List<Piece> pieces = pieces(model);
        List<String> meetings = new ArrayList<>();
        for (Piece one : pieces) {
            for (Piece other : pieces.subList(pieces.indexOf(one) + 1, pieces.size())) {
                if (!one.flow().equals(other.flow()) && one.line().intersectsLine(other.line())) {
                    meetings.add(name(one) + " and " + name(other));
                }
            }
        }
        assertThat(meetings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void noFlowRunsThroughANodeOrALabel(ProcessModel model) {
        List<String> collisions = new ArrayList<>();
        for (Piece piece : pieces(model)) {
            model.nodes().forEach(node -> {
                BpmnShape shape = (BpmnShape) node.getDiagramElement();
                boolean foreign = !piece.endsAt(node) && !piece.liesIn(node) && crosses(piece, shape.getBounds());
                boolean label = shape.getBpmnLabel() != null
                        && crosses(piece, shape.getBpmnLabel().getBounds());
                if (foreign || label) {
                    collisions.add(name(piece) + " through " + node.getId());
                }
            });
        }
        assertThat(collisions).isEmpty();
    }

    private static List<Piece> pieces(ProcessModel model) {
        return model.flows()
                .flatMap(flow -> {
                    List<Waypoint> points = List.copyOf(flow.getDiagramElement().getWaypoints());
                    return Stream.iterate(1, next -> next < points.size(), next -> next + 1)
                            .map(next -> new Piece(flow, line(points.get(next - 1), points.get(next))));
                })
                .toList();
    }

    private static Line2D line(Waypoint from, Waypoint to) {
        return new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY());
    }

    private static boolean crosses(Piece piece, Bounds box) {
        return piece.line().intersects(new Rectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight()));
    }

    private static String name(Piece piece) {
        return piece.flow().getId();
    }
}
