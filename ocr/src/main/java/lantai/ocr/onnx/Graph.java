package lantai.ocr.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The graph of a model in the ONNX format (onnx.proto3): its nodes in order, which can be changed, and its constants. */
final class Graph {

    private static final int GRAPH = 7;
    private static final int NODE = 1;
    private static final int INITIALIZER = 5;
    private static final int GRAPH_OUTPUT = 12;
    private static final int INPUT = 1;
    private static final int OUTPUT = 2;
    private static final int OPERATOR = 4;
    private static final int ATTRIBUTE = 5;
    private static final int NAME = 1;
    private static final int FLOAT = 2;
    private static final int TENSOR = 5;
    private static final int TYPE = 20;
    private static final int TYPE_FLOAT = 1;
    private static final int TYPE_TENSOR = 4;
    private static final int DIMENSIONS = 1;
    private static final int DATA_TYPE = 2;
    private static final int FLOATS = 4;
    private static final int TENSOR_NAME = 8;
    private static final int RAW = 9;

    /** One operation; its attributes and what else is said of it stay as they were read. */
    record Node(String operator, List<String> inputs, List<String> outputs, List<Wire.Field> rest) {

        static Node of(String operator, String input, String output, Map<String, Float> attributes) {
            List<Wire.Field> rest = new ArrayList<>();
            attributes.forEach((name, value) -> rest.add(Wire.Field.of(
                    ATTRIBUTE,
                    Wire.message(List.of(
                            Wire.Field.of(NAME, name),
                            Wire.Field.of(FLOAT, value),
                            Wire.Field.of(TYPE, TYPE_FLOAT))))));
            return new Node(operator, List.of(input), List.of(output), rest);
        }

        /** A constant of one value, repeated over the channels of a picture. */
        static Node constant(String output, double value, int channels) {
            ByteBuffer values = ByteBuffer.allocate(channels * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < channels; i++) {
                values.putFloat((float) value);
            }
            ByteBuffer tensor = Wire.message(List.of(
                    Wire.Field.of(DIMENSIONS, channels),
                    Wire.Field.of(DIMENSIONS, 1),
                    Wire.Field.of(DIMENSIONS, 1),
                    Wire.Field.of(DATA_TYPE, TYPE_FLOAT),
                    Wire.Field.of(RAW, values.flip())));
            ByteBuffer attribute = Wire.message(List.of(
                    Wire.Field.of(NAME, "value"), Wire.Field.of(TENSOR, tensor), Wire.Field.of(TYPE, TYPE_TENSOR)));
            return new Node("Constant", List.of(), List.of(output), List.of(Wire.Field.of(ATTRIBUTE, attribute)));
        }

        Node with(List<String> newInputs, String newOutput) {
            return new Node(operator, List.copyOf(newInputs), List.of(newOutput), rest);
        }

        private Wire.Field field() {
            List<Wire.Field> fields = new ArrayList<>();
            inputs.forEach(name -> fields.add(Wire.Field.of(INPUT, name)));
            outputs.forEach(name -> fields.add(Wire.Field.of(OUTPUT, name)));
            fields.add(Wire.Field.of(OPERATOR, operator));
            fields.addAll(rest);
            return Wire.Field.of(NODE, Wire.message(fields));
        }
    }

    private final List<Wire.Field> model;
    private final List<Wire.Field> rest = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, List<Wire.Field>> tensors = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, Node> makers = new HashMap<>();

    /**
     * Reads a model.
     *
     * @throws IllegalArgumentException when it is none
     */
    Graph(byte[] bytes) {
        model = Wire.fields(ByteBuffer.wrap(bytes));
        for (Wire.Field field : Wire.fields(only(model, GRAPH).orElse(ByteBuffer.allocate(0)))) {
            switch (field.number()) {
                case NODE -> add(node(field.bytes()));
                case INITIALIZER -> {
                    List<Wire.Field> tensor = Wire.fields(field.bytes());
                    tensors.put(text(tensor, TENSOR_NAME), tensor);
                    rest.add(field);
                }
                case GRAPH_OUTPUT -> {
                    uses.merge(text(Wire.fields(field.bytes()), NAME), 1, Integer::sum);
                    rest.add(field);
                }
                default -> rest.add(field);
            }
        }
    }

    private void add(Node node) {
        nodes.add(node);
        node.inputs().forEach(name -> uses.merge(name, 1, Integer::sum));
        node.outputs().forEach(name -> makers.put(name, node));
        if (node.operator().equals("Constant")) {
            only(node.rest(), ATTRIBUTE)
                    .flatMap(attribute -> only(Wire.fields(attribute), TENSOR))
                    .ifPresent(tensor -> tensors.put(node.outputs().getFirst(), Wire.fields(tensor)));
        }
    }

    private static Node node(ByteBuffer bytes) {
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        List<Wire.Field> rest = new ArrayList<>();
        String operator = "";
        for (Wire.Field field : Wire.fields(bytes)) {
            switch (field.number()) {
                case INPUT -> inputs.add(field.text());
                case OUTPUT -> outputs.add(field.text());
                case OPERATOR -> operator = field.text();
                default -> rest.add(field);
            }
        }
        return new Node(operator, List.copyOf(inputs), List.copyOf(outputs), List.copyOf(rest));
    }

    private static Optional<ByteBuffer> only(List<Wire.Field> fields, int number) {
        return fields.stream()
                .filter(field -> field.number() == number)
                .map(Wire.Field::bytes)
                .findFirst();
    }

    private static String text(List<Wire.Field> fields, int number) {
        return fields.stream()
                .filter(field -> field.number() == number)
                .map(Wire.Field::text)
                .findFirst()
                .orElse("");
    }

    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /** The node that makes a value; null for constants of the model and its inputs. */
    @Nullable
    Node maker(String value) {
        return makers.get(value);
    }

    boolean isUsedOnce(String value) {
        return uses.getOrDefault(value, 0) == 1;
    }

    /** The value of a constant that is one number. */
    OptionalDouble number(String name) {
        List<Wire.Field> tensor = tensors.get(name);
        if (tensor == null
                || dimensions(name).stream().anyMatch(length -> length != 1)
                || tensor.stream().noneMatch(field -> field.number() == DATA_TYPE && field.value() == TYPE_FLOAT)) {
            return OptionalDouble.empty();
        }
        return tensor.stream()
                .filter(field -> field.number() == RAW || field.number() == FLOATS)
                .mapToDouble(field -> field.type() == Wire.FIXED32
                        ? Float.intBitsToFloat((int) field.value())
                        : field.bytes()
                                .duplicate()
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getFloat())
                .findFirst();
    }

    /** The lengths of a constant; none for a value that is no constant. */
    List<Long> dimensions(String name) {
        return tensors.getOrDefault(name, List.of()).stream()
                .filter(field -> field.number() == DIMENSIONS)
                .flatMap(field -> field.type() == Wire.BYTES
                        ? Wire.varints(field.bytes()).stream()
                        : List.of(field.value()).stream())
                .toList();
    }

    /** The model with other nodes. */
    byte[] with(List<Node> changed) {
        List<Wire.Field> graph = new ArrayList<>();
        changed.forEach(node -> graph.add(node.field()));
        graph.addAll(rest);
        List<Wire.Field> fields = new ArrayList<>();
        for (Wire.Field field : model) {
            fields.add(field.number() == GRAPH ? Wire.Field.of(GRAPH, Wire.message(graph)) : field);
        }
        return Wire.array(Wire.message(fields));
    }
}
