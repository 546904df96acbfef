package lantai.ocr.image;

/** Cuts a leaning rectangle out of a page, upright and at another size. */
public final class Crop {

    private Crop() {}

    /** The pixels of {@code box}, {@code width * height} values from 0 to 255, row by row. */
    public static float[] of(GrayImage page, LeaningBox box, int width, int height) {
        double stepX = box.length() / width;
        double stepY = box.thickness() / height;
        int finenessX = Math.clamp(Math.round(stepX), 1, 4);
        int finenessY = Math.clamp(Math.round(stepY), 1, 4);
        double cos = Math.cos(box.angle());
        double sin = Math.sin(box.angle());
        float share = 1f / (finenessX * finenessY);
        float[] pixels = new float[width * height];
        for (int y = 0; y < height * finenessY; y++) {
            double v = ((y + 0.5) / finenessY) * stepY - box.thickness() / 2;
            int row = y / finenessY * width;
            for (int x = 0; x < width * finenessX; x++) {
                double u = ((x + 0.5) / finenessX) * stepX - box.length() / 2;
                double sourceX = box.centerX() + u * cos - v * sin - 0.5;
                double sourceY = box.centerY() + u * sin + v * cos - 0.5;
                pixels[row + x / finenessX] += share * (float) page.between(sourceX, sourceY);
            }
        }
        return pixels;
    }
}
