/** A PDF of one page that says `title`, in the fourteen fonts every reader has: https://www.pdfa.org/resource/iso-32000-2/ */
export function createPdf(title: string): Buffer {
  const safe = title.replace(/[\\()]/g, "\\$&").replace(/[^\x20-\x7e]/g, "?");
  const text = `BT /F1 24 Tf 72 720 Td (${safe}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let paper = "%PDF-1.4\n";
  const starts = objects.map((object, index) => {
    const start = paper.length;
    paper += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(start).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${starts.length + 1}\n0000000000 65535 f \n${starts.join("")}`;
  const end = `trailer\n<< /Size ${starts.length + 1} /Root 1 0 R >>\nstartxref\n${paper.length}\n%%EOF\n`;
  return Buffer.from(paper + table + end, "latin1");
}
