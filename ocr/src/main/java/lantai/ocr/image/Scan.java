package lantai.ocr.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * A picture from outside as three planes of 8 bits; what was transparent is white. The three planes of a picture without
 * colour are one and the same object.
 */
public record Scan(GrayImage red, GrayImage green, GrayImage blue) {

    /** Whether the picture may hold any colour. */
    public boolean coloured() {
        return red != blue;
    }

    /** Reads the pixels of {@code picture}, whatever its type. */
    public static Scan of(BufferedImage picture) {
        ColorModel model = picture.getColorModel();
        if (model instanceof IndexColorModel palette && picture.getRaster().getNumBands() == 1 && !palette.hasAlpha()) {
            return indexed(picture.getRaster(), palette);
        }
        if (model.getColorSpace().getType() == ColorSpace.TYPE_GRAY
                && !model.hasAlpha()
                && picture.getSampleModel().getDataType() == DataBuffer.TYPE_BYTE) {
            return gray(picture.getRaster());
        }
        if (picture.getType() == BufferedImage.TYPE_3BYTE_BGR || picture.getType() == BufferedImage.TYPE_INT_RGB) {
            return coloured(picture.getRaster());
        }
        BufferedImage rgb = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = rgb.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, rgb.getWidth(), rgb.getHeight());
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return coloured(rgb.getRaster());
    }

    // Samples are taken as they are: BufferedImage.getRGB would bend gray values through a linear colour space.
    private static Scan gray(Raster raster) {
        byte[] samples = new byte[raster.getWidth() * raster.getHeight()];
        int[] row = new int[raster.getWidth()];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, 0, row);
            for (int x = 0; x < row.length; x++) {
                samples[y * row.length + x] = (byte) row[x];
            }
        }
        var plane = new GrayImage(raster.getWidth(), raster.getHeight(), samples);
        return new Scan(plane, plane, plane);
    }

    private static Scan indexed(Raster raster, IndexColorModel palette) {
        int width = raster.getWidth();
        int size = palette.getMapSize();
        byte[][] colours = new byte[3][size];
        palette.getReds(colours[0]);
        palette.getGreens(colours[1]);
        palette.getBlues(colours[2]);
        int planes = isGray(colours) ? 1 : 3;
        byte[][] samples = new byte[planes][width * raster.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int plane = 0; plane < planes; plane++) {
                for (int x = 0; x < width; x++) {
                    samples[plane][y * width + x] = colours[plane][Math.min(row[x], size - 1)];
                }
            }
        }
        return of(width, raster.getHeight(), samples);
    }

    private static boolean isGray(byte[][] colours) {
        for (int i = 0; i < colours[0].length; i++) {
            if (colours[0][i] != colours[1][i] || colours[0][i] != colours[2][i]) {
                return false;
            }
        }
        return true;
    }

    private static Scan of(int width, int height, byte[][] samples) {
        var red = new GrayImage(width, height, samples[0]);
        if (samples.length == 1) {
            return new Scan(red, red, red);
        }
        return new Scan(red, new GrayImage(width, height, samples[1]), new GrayImage(width, height, samples[2]));
    }

    private static Scan coloured(Raster raster) {
        int width = raster.getWidth();
        byte[][] samples = new byte[3][width * raster.getHeight()];
        int[] row = new int[3 * width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                samples[0][y * width + x] = (byte) row[3 * x];
                samples[1][y * width + x] = (byte) row[3 * x + 1];
                samples[2][y * width + x] = (byte) row[3 * x + 2];
            }
        }
        return of(width, raster.getHeight(), samples);
    }

    /** The picture in gray by the usual weights of the three colours. */
    public GrayImage luma() {
        if (!coloured()) {
            return red;
        }
        byte[] r = red.samples();
        byte[] g = green.samples();
        byte[] b = blue.samples();
        byte[] luma = new byte[r.length];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) (((r[i] & 0xFF) * 77 + (g[i] & 0xFF) * 150 + (b[i] & 0xFF) * 29 + 128) >> 8);
        }
        return new GrayImage(red.width(), red.height(), luma);
    }
}
