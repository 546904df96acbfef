package lantai.ocr.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Memory that ONNX Runtime takes without copying. It is given back when the arena closes: left to the garbage collector, which does
 * not see how large it is, it would pile up to hundreds of megabytes.
 */
final class Buffers {

    private Buffers() {}

    static FloatBuffer floats(int count, Arena memory) {
        return memory.allocate(ValueLayout.JAVA_FLOAT, count)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
