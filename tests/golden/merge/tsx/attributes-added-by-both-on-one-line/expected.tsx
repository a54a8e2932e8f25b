export const Close = ({ onClose }: Props) => <Button tone="plain" onClick={onClose} size={2} busy />;
